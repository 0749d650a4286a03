import document from '@deadwax/contract/generated/openapi.json' with { type: 'json' };
import { type OperationId, operations } from '@deadwax/contract/generated/operations';
import { createHttpApp } from '@deadwax/platform/http/create-http-app';
import { registerDocs } from '@deadwax/platform/http/docs';
import type { FastifyInstance, RouteHandlerMethod } from 'fastify';
import { errorRegistry } from '../errors.ts';
import { requireToken } from './authentication.ts';
import { bulkResolveLibraries } from './bulk-resolve-libraries.ts';
import type { AppDependencies } from './dependencies.ts';
import { findTouchedLibraries } from './find-touched-libraries.ts';
import { health } from './health.ts';
import { listSnapshotChanges } from './list-snapshot-changes.ts';
import { metrics } from './metrics.ts';
import { readiness } from './readiness.ts';
import { createMetrics, type Metrics } from './request-metrics.ts';
import { version } from './version.ts';

export type { AppDependencies, Caller, ResolvedBatch } from './dependencies.ts';

const maximumBodyBytes = 8 * 1024 * 1024;

/** One handler for each operation of the contract; a missing or a superfluous one does not compile. */
function createHandlers(
  dependencies: AppDependencies,
  counters: Metrics,
  closing: AbortSignal,
): Record<OperationId, RouteHandlerMethod> {
  return {
    'bulk-resolve-libraries': bulkResolveLibraries(dependencies, counters, closing),
    'list-snapshot-changes': listSnapshotChanges(dependencies),
    'find-touched-libraries': findTouchedLibraries(dependencies),
    health: health(),
    readiness: readiness(dependencies),
    metrics: metrics(counters),
    version: version(dependencies),
  };
}

/** The HTTP face of the resolver. It owns no state but its counters; close it to let go of its connections. */
export function createApp(dependencies: AppDependencies): FastifyInstance {
  const counters = createMetrics();
  const app = createHttpApp({
    errors: errorRegistry,
    maximumBodyBytes,
    contractVersion: 1,
    metrics: counters,
    logger: dependencies.logger,
  });
  // Read line by line by the handler, which holds each line to the limits.
  app.addContentTypeParser('application/x-ndjson', (_request, body, done) => done(null, body));
  const closing = new AbortController();
  // Before requests are waited for: some wait for a comparison.
  app.addHook('preClose', async () => {
    closing.abort();
    await dependencies.changes?.close();
  });
  const onRequest = requireToken(app, dependencies.authenticate);
  for (const [operationId, handler] of Object.entries(createHandlers(dependencies, counters, closing.signal))) {
    const { method, path, secured } = operations[operationId as OperationId];
    const url = path.replaceAll(/\{(\w+)\}/g, ':$1');
    app.route({ method, url, handler, ...(secured ? { onRequest } : {}) });
  }
  registerDocs(app, { document, title: 'Deadwax resolver' });
  return app;
}

import document from '@deadwax/contract/generated/catalog/openapi.json' with { type: 'json' };
import { type OperationId, operations } from '@deadwax/contract/generated/catalog/operations';
import { isConnectionFault, isTimeoutFault } from '@deadwax/platform/database/connection-fault';
import { createHttpApp } from '@deadwax/platform/http/create-http-app';
import { registerDocs } from '@deadwax/platform/http/docs';
import { createRequestMetrics, type RequestMetrics } from '@deadwax/platform/http/request-metrics';
import type { FastifyInstance, RouteHandlerMethod } from 'fastify';
import { DatabaseUnavailableError, errorRegistry, QueryTimeoutError } from '../errors.ts';
import { artistsHandlers } from './artists-handlers.ts';
import { createGuard } from './authentication.ts';
import { checkRequest } from './check-request.ts';
import type { AppDependencies } from './dependencies.ts';
import { exportHandlers } from './export-handlers.ts';
import { flowsheetHandlers } from './flowsheet-handlers.ts';
import type { Handlers } from './handler.ts';
import { identityHandlers } from './identity-handlers.ts';
import { jobsHandlers } from './jobs-handlers.ts';
import { libraryHandlers } from './library-handlers.ts';
import { operationsHandlers } from './operations-handlers.ts';
import { overridesHandlers } from './overrides-handlers.ts';
import { reviewHandlers } from './review-handlers.ts';

// Small, because every fault of a body is looked for, and there may be one for each of its bytes.
const maximumBodyBytes = 1024 * 1024;

/** One handler for each operation of the contract; a missing one does not compile, nor does a superfluous one in its area. */
function createHandlers(dependencies: AppDependencies, counters: RequestMetrics): Handlers {
  return {
    ...operationsHandlers(dependencies, counters),
    ...libraryHandlers(dependencies),
    ...identityHandlers(dependencies),
    ...flowsheetHandlers(dependencies),
    ...jobsHandlers(dependencies),
    ...overridesHandlers(dependencies),
    ...reviewHandlers(dependencies),
    ...exportHandlers(dependencies),
    ...artistsHandlers(dependencies),
  };
}

/** `/library/{id}` as the router reads it. */
const routerPath = (path: string): string => path.replaceAll(/\{(\w+)\}/g, ':$1');

function addRoutes(app: FastifyInstance, handlers: Handlers, guard: ReturnType<typeof createGuard>): void {
  for (const [id, handler] of Object.entries(handlers)) {
    const operationId = id as OperationId;
    const { method, path, role, responses } = operations[operationId];
    app.route({
      method,
      url: routerPath(path),
      handler: handler as RouteHandlerMethod,
      ...(role === null ? {} : { onRequest: guard(role) }),
      // Probes may add what they like to the paths they ask: those declare no 422.
      ...('422' in responses ? { preValidation: checkRequest(operationId) } : {}),
    });
  }
}

function translateFault(error: unknown): DatabaseUnavailableError | QueryTimeoutError | null {
  if (isTimeoutFault(error)) return new QueryTimeoutError({ cause: error });
  return isConnectionFault(error) ? new DatabaseUnavailableError({ cause: error }) : null;
}

/** The HTTP face of the catalog. It owns no state but its counters, and leaves the database open when it is closed. */
export function createApp(dependencies: AppDependencies): FastifyInstance {
  const counters = createRequestMetrics('deadwax_catalog');
  const app = createHttpApp({
    errors: errorRegistry,
    maximumBodyBytes,
    contractVersion: 1,
    metrics: counters,
    logger: dependencies.logger,
    translate: translateFault,
  });
  addRoutes(app, createHandlers(dependencies, counters), createGuard(app, dependencies.verifyToken));
  registerDocs(app, { document, title: 'Deadwax catalog' });
  return app;
}

import type { Socket } from 'node:net';
import { type OperationId, operations } from '@deadwax/contract/generated/operations';
import fastify, { type FastifyInstance, type RouteHandlerMethod } from 'fastify';
import { requireToken } from './authentication.ts';
import { bulkResolveLibraries } from './bulk-resolve-libraries.ts';
import type { AppDependencies } from './dependencies.ts';
import { registerDocs } from './docs.ts';
import { health } from './health.ts';
import { acceptJsonOnly } from './json-body.ts';
import { metrics } from './metrics.ts';
import { formatProtocolProblem, maximumBodyBytes, sendProblem } from './problem.ts';
import { readiness } from './readiness.ts';
import { chooseRequestId } from './request-id.ts';
import { createMetrics, type Metrics } from './request-metrics.ts';
import { answerUnknownRoutes } from './routes.ts';
import { addServerTiming } from './server-timing.ts';
import { version } from './version.ts';

export type { AppDependencies, Caller, ResolvedBatch } from './dependencies.ts';

const contractVersion = 1;

function answerClientError(error: NodeJS.ErrnoException, socket: Socket): void {
  if (error.code === 'ECONNRESET' || socket.destroyed) return;
  if (socket.writable) socket.end(formatProtocolProblem(error));
  else socket.destroy();
}

function createServer(dependencies: AppDependencies): FastifyInstance {
  return fastify({
    logger: dependencies.logger ?? false,
    bodyLimit: maximumBodyBytes,
    genReqId: chooseRequestId,
    forceCloseConnections: 'idle',
    // A request that arrives on an open connection during shutdown is still answered, then the connection closes.
    return503OnClosing: false,
    requestTimeout: 60_000,
    clientErrorHandler: answerClientError,
    frameworkErrors: (error, request, reply) => void sendProblem(error, request, reply),
  });
}

function addHooks(app: FastifyInstance, counters: Metrics): void {
  answerUnknownRoutes(app);
  app.addHook('onSend', async (request, reply, payload) => {
    reply.header('x-request-id', request.id).header('deadwax-contract-version', contractVersion);
    return payload;
  });
  addServerTiming(app);
  app.addHook('onResponse', async (request, reply) => {
    const route = request.routeOptions.url ?? 'unknown';
    counters.observeRequest({ method: request.method, route, status: reply.statusCode }, reply.elapsedTime / 1000);
  });
}

/** One handler for each operation of the contract; a missing or a superfluous one does not compile. */
function createHandlers(dependencies: AppDependencies, counters: Metrics): Record<OperationId, RouteHandlerMethod> {
  return {
    'bulk-resolve-libraries': bulkResolveLibraries(dependencies, counters),
    health: health(),
    readiness: readiness(dependencies),
    metrics: metrics(counters),
    version: version(dependencies),
  };
}

/** The HTTP face of the resolver. It owns no state but its counters; close it to let go of its connections. */
export function createApp(dependencies: AppDependencies): FastifyInstance {
  const app = createServer(dependencies);
  const counters = createMetrics();
  acceptJsonOnly(app);
  app.setErrorHandler((error, request, reply) => sendProblem(error, request, reply));
  addHooks(app, counters);
  const onRequest = requireToken(app, dependencies.authenticate);
  for (const [operationId, handler] of Object.entries(createHandlers(dependencies, counters))) {
    const { method, path: url, secured } = operations[operationId as OperationId];
    app.route({ method, url, handler, ...(secured ? { onRequest } : {}) });
  }
  registerDocs(app);
  return app;
}

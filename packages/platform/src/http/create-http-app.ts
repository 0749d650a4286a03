import fastify, { type FastifyInstance, type FastifyServerOptions } from 'fastify';
import { limitBodyTime } from './body-timeout.ts';
import { closePromptly } from './close-promptly.ts';
import { acceptJsonOnly } from './json-body.ts';
import { answerClientError } from './protocol-problem.ts';
import { chooseRequestId } from './request-id.ts';
import type { RequestMetrics } from './request-metrics.ts';
import { answerUnknownRoutes } from './routes.ts';
import { createProblemSender, type ProblemOptions } from './send-problem.ts';
import { addServerTiming } from './server-timing.ts';

/** Contracts allow ids of 200 characters; the router counts such as stand outside the basic plane twice. */
const LONGEST_PARAMETER = 400;

export interface HttpAppOptions extends ProblemOptions {
  /** Said in every answer's Deadwax-Contract-Version. */
  readonly contractVersion: number;
  readonly metrics: RequestMetrics;
  /** How long a body may take to arrive. Default 60 s. */
  readonly bodyTimeoutMs?: number;
  /** Fastify's own logger option. Default: no log. */
  readonly logger?: FastifyServerOptions['logger'];
}

function addHooks(app: FastifyInstance, { contractVersion, metrics }: HttpAppOptions): void {
  answerUnknownRoutes(app);
  app.addHook('onSend', async (request, reply, payload) => {
    reply.header('x-request-id', request.id).header('deadwax-contract-version', contractVersion);
    return payload;
  });
  addServerTiming(app);
  app.addHook('onResponse', async (request, reply) => {
    const route = request.routeOptions.url ?? 'unknown';
    metrics.observeRequest({ method: request.method, route, status: reply.statusCode }, reply.elapsedTime / 1000);
  });
}

/** A server without routes: JSON in, JSON or problem+json out, ids, timings and counts on every answer. */
export function createHttpApp(options: HttpAppOptions): FastifyInstance {
  const sendProblem = createProblemSender(options);
  const app = fastify({
    logger: options.logger ?? false,
    bodyLimit: options.maximumBodyBytes,
    genReqId: chooseRequestId,
    routerOptions: { maxParamLength: LONGEST_PARAMETER },
    forceCloseConnections: 'idle',
    // A request that arrives on an open connection during shutdown is still answered, then the connection closes.
    return503OnClosing: false,
    clientErrorHandler: answerClientError(options.errors),
    frameworkErrors: (error, request, reply) => void sendProblem(error, request, reply),
  });
  closePromptly(app);
  limitBodyTime(app, options.bodyTimeoutMs ?? 60_000, sendProblem);
  acceptJsonOnly(app);
  app.setErrorHandler(sendProblem);
  addHooks(app, options);
  return app;
}

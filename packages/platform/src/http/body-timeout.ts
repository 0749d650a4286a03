import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { RequestTimeoutError } from './errors.ts';
import type { SendProblem } from './send-problem.ts';

const timers = new WeakMap<FastifyRequest, NodeJS.Timeout>();

/**
 * Ends requests whose body does not arrive in time with 408. Node's own limit would also end streams that are read for as long as
 * they last.
 */
export function limitBodyTime(app: FastifyInstance, ms: number, sendProblem: SendProblem): void {
  const stop = (request: FastifyRequest) => clearTimeout(timers.get(request));
  const expire = (request: FastifyRequest, reply: FastifyReply) => {
    reply.header('connection', 'close');
    reply.raw.once('finish', () => request.raw.destroy());
    sendProblem(new RequestTimeoutError(), request, reply);
  };
  app.addHook('preParsing', async (request, reply) => {
    timers.set(request, setTimeout(expire, ms, request, reply).unref());
  });
  app.addHook('preValidation', async (request) => stop(request));
  app.addHook('onResponse', async (request) => stop(request));
}

import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Metrics } from './request-metrics.ts';

export function metrics({ registry }: Metrics) {
  return async (_request: FastifyRequest, reply: FastifyReply): Promise<string> => {
    reply.type(registry.contentType);
    return registry.metrics();
  };
}

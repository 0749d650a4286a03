import type { RequestMetrics } from '@deadwax/platform/http/request-metrics';
import type { Handler } from '../handler.ts';

export function metrics({ registry }: Pick<RequestMetrics, 'registry'>): Handler<'metrics'> {
  return async (_request, reply) => {
    reply.type(registry.contentType);
    return registry.metrics();
  };
}

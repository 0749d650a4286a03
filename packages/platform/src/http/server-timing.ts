import type { FastifyInstance } from 'fastify';

declare module 'fastify' {
  interface FastifyRequest {
    /** Milliseconds by step, in the order they were measured. */
    timings: Map<string, number> | null;
  }
}

/** Answers with a Server-Timing header: each step measured, then the total. */
export function addServerTiming(app: FastifyInstance): void {
  app.decorateRequest('timings', null);
  app.addHook('onSend', async (request, reply, payload) => {
    const entries = [...(request.timings ?? []), ['total', reply.elapsedTime] as const];
    reply.header('server-timing', entries.map(([name, ms]) => `${name};dur=${ms.toFixed(2)}`).join(', '));
    return payload;
  });
}

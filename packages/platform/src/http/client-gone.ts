import type { FastifyReply } from 'fastify';

/**
 * A signal that aborts when the connection ends before the answer does.
 * The request's own `close` event will not do: it also fires once the body has been read.
 */
export function watchClient(reply: FastifyReply): AbortSignal {
  const controller = new AbortController();
  const { raw } = reply;
  if (raw.destroyed) controller.abort();
  raw.once('close', () => {
    if (!raw.writableFinished) controller.abort();
  });
  return controller.signal;
}

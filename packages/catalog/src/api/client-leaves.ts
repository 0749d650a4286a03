import type { FastifyReply } from 'fastify';

/** Aborts when whoever asked goes away before the answer. */
export function whenClientLeaves({ raw }: FastifyReply): AbortSignal {
  const leaving = new AbortController();
  raw.once('close', () => {
    if (!raw.writableEnded) leaving.abort(new Error('the client went away'));
  });
  return leaving.signal;
}

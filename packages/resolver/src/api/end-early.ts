import type { ServerResponse } from 'node:http';
import type { FastifyRequest } from 'fastify';

/**
 * Ends an answer whose caller still sends, and the connection when it has sent all. What is sent meanwhile is read and thrown away: a
 * connection that is closed over unread bytes is reset, and the end of the answer is lost with it.
 */
export function endEarly({ raw: request }: FastifyRequest, raw: ServerResponse, lastLine: string): void {
  // `resume` would do nothing: whoever read the request before still listens to `readable`.
  const drain = () => {
    while (request.read() !== null);
  };
  request.on('readable', drain);
  drain();
  raw.once('finish', () => {
    const close = () => request.socket.destroySoon();
    if (request.complete) close();
    else request.once('end', close);
  });
  raw.end(`${lastLine}\n`);
}

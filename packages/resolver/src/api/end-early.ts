import type { ServerResponse } from 'node:http';
import type { FastifyRequest } from 'fastify';

/** How long a caller may go on sending after the answer has ended. */
const LINGER_MS = 2000;

/**
 * Ends an answer whose caller still sends, then the connection. What is sent meanwhile is read and thrown away: a connection that is
 * closed over unread bytes is reset, and the end of the answer is lost with it.
 */
export function endEarly(request: FastifyRequest, raw: ServerResponse, lastLine: string): void {
  const { socket } = request.raw;
  raw.once('finish', () => {
    const close = () => socket.destroySoon();
    setTimeout(() => socket.destroy(), LINGER_MS).unref();
    if (request.raw.complete) close();
    else request.raw.once('end', close).resume();
  });
  raw.end(`${lastLine}\n`);
}

import { type IncomingMessage, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import type { FastifyInstance } from 'fastify';

/** How long a request may take to arrive that has begun to when the server closes. */
const ARRIVAL_MS = 1000;
/** How long a client may go on sending what is answered already: to close the connection over it could lose the end of the answer. */
const LINGER_MS = 5000;

/**
 * Closing waits for requests, not for connections. Those that no request is under way on are let go (clients open them ahead, after
 * an abort too, or stop in the middle of a header): the server takes them for busy until its time for headers is up, a minute.
 * Those that are busy are not kept alive.
 */
export function closePromptly(app: FastifyInstance): void {
  const underWay = new Map<Socket, Set<IncomingMessage | ServerResponse>>();
  let closing = false;
  const drop = (isUnused: (parts: ReadonlySet<IncomingMessage | ServerResponse>, socket: Socket) => boolean) => {
    for (const [socket, parts] of underWay) if (isUnused(parts, socket)) socket.destroy();
  };
  app.server.on('connection', (socket) => {
    // Taken while others are let go: it has asked nothing yet.
    if (closing) {
      socket.destroy();
      return;
    }
    underWay.set(socket, new Set());
    socket.once('close', () => underWay.delete(socket));
  });
  app.server.on('request', (request, response) => {
    const parts = underWay.get(request.socket);
    for (const part of [request, response]) {
      parts?.add(part);
      part.once('close', () => parts?.delete(part));
    }
  });
  app.addHook('onSend', async (_request, reply, payload) => {
    if (closing) reply.header('connection', 'close');
    return payload;
  });
  app.addHook('preClose', async () => {
    closing = true;
    drop((parts, socket) => parts.size === 0 && socket.bytesRead === 0);
    setTimeout(() => drop(({ size }) => size === 0), ARRIVAL_MS).unref();
    setTimeout(() => drop((parts) => ![...parts].some((part) => part instanceof ServerResponse)), LINGER_MS).unref();
  });
}

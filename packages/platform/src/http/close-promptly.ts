import type { Socket } from 'node:net';
import type { FastifyInstance } from 'fastify';

/** How long a request may take to arrive that has begun to when the server closes. */
const ARRIVAL_MS = 1000;

/**
 * Closing waits for requests, not for connections. Those that no request is under way on are let go (clients open them ahead, after
 * an abort too, or stop in the middle of a header): the server takes them for busy until its time for headers is up, a minute.
 * Those that are busy are not kept alive.
 */
export function closePromptly(app: FastifyInstance): void {
  const underWay = new Map<Socket, number>();
  let closing = false;
  const count = (socket: Socket, change: number) => {
    const requests = underWay.get(socket);
    if (requests !== undefined) underWay.set(socket, requests + change);
  };
  const dropUnused = (isUnused: (socket: Socket) => boolean) => {
    for (const [socket, requests] of underWay) if (requests === 0 && isUnused(socket)) socket.destroy();
  };
  app.server.on('connection', (socket) => {
    // Taken while others are let go: it has asked nothing yet.
    if (closing) {
      socket.destroy();
      return;
    }
    underWay.set(socket, 0);
    socket.once('close', () => underWay.delete(socket));
  });
  app.server.on('request', ({ socket }, response) => {
    count(socket, 1);
    response.once('close', () => count(socket, -1));
  });
  app.addHook('onSend', async (_request, reply, payload) => {
    if (closing) reply.header('connection', 'close');
    return payload;
  });
  app.addHook('preClose', async () => {
    closing = true;
    dropUnused((socket) => socket.bytesRead === 0);
    setTimeout(() => dropUnused(() => true), ARRIVAL_MS).unref();
  });
}

import type { FastifyInstance } from 'fastify';
import { MethodNotAllowedError, NotFoundError } from '../errors.ts';

declare module 'fastify' {
  interface FastifyInstance {
    /** The methods each registered path answers. */
    methodsByPath: Map<string, Set<string>>;
  }
}

/** Tells a path that does not exist (404) from a method it does not answer (405), before anything is read. */
export function answerUnknownRoutes(app: FastifyInstance): void {
  const methodsByPath = new Map<string, Set<string>>();
  app.decorate('methodsByPath', methodsByPath);
  app.addHook('onRoute', ({ url, method }) => {
    const methods = methodsByPath.get(url) ?? new Set();
    for (const name of [method].flat()) methods.add(name);
    methodsByPath.set(url, methods);
  });
  app.addHook('onRequest', async (request) => {
    if (!request.is404) return;
    const [path = ''] = request.url.split('?', 1);
    const methods = methodsByPath.get(path);
    throw methods === undefined ? new NotFoundError() : new MethodNotAllowedError([...methods].sort());
  });
  app.setNotFoundHandler(async () => {
    throw new NotFoundError();
  });
}

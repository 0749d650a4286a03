import type { FastifyInstance } from 'fastify';
import { MethodNotAllowedError, NotFoundError } from './errors.ts';

declare module 'fastify' {
  interface FastifyInstance {
    /** The methods each registered path answers. */
    methodsByPath: Map<string, Set<string>>;
  }
}

/** `/a/:id` as a pattern of whole paths; null for a path without parameters. */
function compileParameters(path: string): RegExp | null {
  if (!path.includes('/:')) return null;
  return new RegExp(`^${path.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&').replaceAll(/:[^/]+/g, '[^/]+')}$`);
}

/** Tells a path that does not exist (404) from a method it does not answer (405), before anything is read. */
export function answerUnknownRoutes(app: FastifyInstance): void {
  const methodsByPath = new Map<string, Set<string>>();
  const patterns = new Map<string, RegExp>();
  app.decorate('methodsByPath', methodsByPath);
  app.addHook('onRoute', ({ url, method }) => {
    const methods = methodsByPath.get(url) ?? new Set();
    for (const name of [method].flat()) methods.add(name);
    methodsByPath.set(url, methods);
    const pattern = compileParameters(url);
    if (pattern !== null) patterns.set(url, pattern);
  });
  const listMethods = (path: string): string[] => {
    const matching = [...patterns].filter(([, pattern]) => pattern.test(path)).map(([url]) => url);
    return [...new Set([path, ...matching].flatMap((url) => [...(methodsByPath.get(url) ?? [])]))].sort();
  };
  app.addHook('onRequest', async (request) => {
    if (!request.is404) return;
    const [path = ''] = request.url.split('?', 1);
    const methods = listMethods(path);
    throw methods.length === 0 ? new NotFoundError() : new MethodNotAllowedError(methods);
  });
  app.setNotFoundHandler(async () => {
    throw new NotFoundError();
  });
}

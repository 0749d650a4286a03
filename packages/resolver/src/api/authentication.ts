import type { FastifyInstance, onRequestAsyncHookHandler } from 'fastify';
import { ForbiddenError, UnauthenticatedError } from '../errors.ts';
import type { AppDependencies, Caller } from './dependencies.ts';

declare module 'fastify' {
  interface FastifyRequest {
    /** Null where the operation asks for no token. */
    caller: Caller | null;
  }
}

/** A missing token is 401; one that is there but is not ours, or not a bearer token, is 403. */
export function requireToken(
  app: FastifyInstance,
  authenticate: AppDependencies['authenticate'],
): onRequestAsyncHookHandler {
  app.decorateRequest('caller', null);
  return async (request) => {
    const header = (request.headers.authorization ?? '').trim();
    if (header === '' || /^bearer$/i.test(header)) throw new UnauthenticatedError();
    const token = /^bearer +(\S+)$/i.exec(header)?.[1];
    request.caller = token === undefined ? null : await authenticate(token);
    if (request.caller === null) throw new ForbiddenError();
  };
}

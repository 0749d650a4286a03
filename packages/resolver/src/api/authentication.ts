import type { onRequestAsyncHookHandler } from 'fastify';
import { ForbiddenError, UnauthenticatedError } from '../errors.ts';
import type { AppDependencies } from './dependencies.ts';

/** A missing token is 401; one that is there but is not ours, or not a bearer token, is 403. */
export function requireToken(authenticate: AppDependencies['authenticate']): onRequestAsyncHookHandler {
  return async (request) => {
    const header = (request.headers.authorization ?? '').trim();
    if (header === '' || /^bearer$/i.test(header)) throw new UnauthenticatedError();
    const token = /^bearer +(\S+)$/i.exec(header)?.[1];
    if (token === undefined || !(await authenticate(token))) throw new ForbiddenError();
  };
}

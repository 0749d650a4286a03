import type { FastifyInstance, FastifyRequest, onRequestAsyncHookHandler } from 'fastify';
import { ForbiddenError, UnauthenticatedError } from '../errors.ts';
import { parseRole, type Role, reaches } from './roles.ts';
import type { VerifyToken } from './verify-token.ts';

/** Who asks. */
export interface Caller {
  readonly userId: string;
  /** As a person reads it: the name in the token, else the id. */
  readonly name: string;
  readonly role: Role;
}

const decoration = 'caller';

/** Who asks, of an operation that asks for a token. Throws for one that does not. */
export function getCaller(request: Pick<FastifyRequest, 'getDecorator'>): Caller {
  const caller = request.getDecorator<Caller | null>(decoration);
  if (caller === null) throw new Error('this operation asks for no token');
  return caller;
}

function readToken(header: string): string {
  if (header.trim() === '') throw new UnauthenticatedError();
  const token = /^bearer +(\S+)$/i.exec(header.trim())?.[1];
  if (token === undefined) throw new UnauthenticatedError('The Authorization header holds no bearer token.');
  return token;
}

/** Makes, for each role, the hook that lets nobody below it in: 401 for whom we do not know, 403 for whom we do. */
export function createGuard(app: FastifyInstance, verify: VerifyToken): (least: Role) => onRequestAsyncHookHandler {
  app.decorateRequest(decoration, null);
  return (least) => async (request) => {
    const { userId, name, role: claimed } = await verify(readToken(request.headers.authorization ?? ''));
    const role = parseRole(claimed);
    if (role === null) throw new ForbiddenError(`This needs the role ${least} or higher; your token names none.`);
    if (!reaches(role, least)) throw new ForbiddenError(`This needs the role ${least} or higher; yours is ${role}.`);
    request.setDecorator<Caller>(decoration, { userId, name, role });
  };
}

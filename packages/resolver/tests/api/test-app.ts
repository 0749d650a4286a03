import type { BulkResolveInput } from '@deadwax/contract/schemas';
import type { FastifyInstance, InjectOptions, LightMyRequestResponse } from 'fastify';
import { createApp } from '../../src/api/app.ts';
import type { AppDependencies } from '../../src/api/dependencies.ts';
import { createTokenAuthenticator } from '../../src/api/token-authenticator.ts';
import { engineOf, toyResolver } from './toy-resolver.ts';

export const bulkPath = '/api/v1/identity/bulk-resolve-libraries';
export const token = 'a-token-for-tests';

export function createTestApp(changes: Partial<AppDependencies> = {}): FastifyInstance {
  return createApp({
    engine: engineOf(toyResolver),
    authenticate: createTokenAuthenticator(['another-token', token]),
    version: '9.9.9',
    ...changes,
  });
}

export const makeInput = (changes: Partial<BulkResolveInput> = {}): BulkResolveInput => ({
  library_id: 1,
  artist_name: 'Stereolab',
  album_title: 'Dots and Loops',
  ...changes,
});

/** Asks the bulk route with a good token; `payload` goes as JSON unless it is text or bytes already. */
export function askBulk(
  app: FastifyInstance,
  payload: unknown,
  headers: Record<string, string> = {},
): Promise<LightMyRequestResponse> {
  const raw = typeof payload === 'string' || Buffer.isBuffer(payload);
  const options: InjectOptions = {
    method: 'POST',
    url: bulkPath,
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json', ...headers },
    payload: raw ? payload : JSON.stringify(payload),
  };
  return app.inject(options);
}

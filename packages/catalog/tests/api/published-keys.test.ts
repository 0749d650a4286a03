import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTokenVerifier } from '../../src/api/verify-token.ts';
import type { TokenConfig } from '../../src/config.ts';
import { UnauthenticatedError } from '../../src/errors.ts';

const [ours, theirs] = await Promise.all([generateKeyPair('ES256'), generateKeyPair('ES256')]);
const published = { keys: [{ ...(await exportJWK(ours.publicKey)), kid: 'one', alg: 'ES256' }] };

let server: Server;
let base = '';
beforeAll(async () => {
  server = createServer((request, response) => {
    response.statusCode = request.url === '/keys' ? 200 : 500;
    response.setHeader('content-type', 'application/json').end(JSON.stringify(published));
  }).listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

const config = (changes: Partial<TokenConfig> = {}): TokenConfig => ({
  key: { jwksUrl: `${base}/keys` },
  generated: false,
  issuer: 'https://issuer',
  audience: 'deadwax',
  ...changes,
});

function makeToken({ key = ours.privateKey, kid = 'one', issuer = 'https://issuer', audience = 'deadwax' } = {}) {
  return new SignJWT({ role: 'dj' })
    .setProtectedHeader({ alg: 'ES256', kid })
    .setSubject('u1')
    .setIssuer(issuer)
    .setAudience(audience)
    .setExpirationTime('1h')
    .sign(key);
}

describe('keys that an issuer publishes', () => {
  it('vouch for its tokens', async () => {
    const claims = await createTokenVerifier(config())(await makeToken());
    expect(claims).toEqual({ userId: 'u1', name: 'u1', role: 'dj' });
  });

  it.each([
    ['another key', { key: theirs.privateKey }],
    ['a key that is not published', { kid: 'two' }],
    ['another issuer', { issuer: 'https://other' }],
    ['another audience', { audience: 'other' }],
  ])('vouch for no token of %s', async (_case, changes) => {
    await expect(createTokenVerifier(config())(await makeToken(changes))).rejects.toBeInstanceOf(UnauthenticatedError);
  });

  it('are no shared secret', async () => {
    const text = new TextEncoder().encode(JSON.stringify(published.keys[0]));
    const token = await new SignJWT({ role: 'admin' })
      .setProtectedHeader({ alg: 'HS256', kid: 'one' })
      .setSubject('u1')
      .setExpirationTime('1h')
      .sign(text);
    const verify = createTokenVerifier(config({ issuer: null, audience: null }));
    await expect(verify(token)).rejects.toBeInstanceOf(UnauthenticatedError);
  });

  it.each([
    ['answers something else', () => `${base}/other`],
    ['is away', () => 'http://127.0.0.1:9/keys'],
  ])('say nothing about a token while their server %s', async (_case, url) => {
    const asked = createTokenVerifier(config({ key: { jwksUrl: url() } }))(await makeToken());
    const fault = await asked.catch((error: unknown) => error);
    expect(fault).toBeInstanceOf(Error);
    expect(fault).not.toBeInstanceOf(UnauthenticatedError);
  });
});

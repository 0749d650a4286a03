import { generateKeyPairSync } from 'node:crypto';
import fastify from 'fastify';
import { SignJWT, UnsecuredJWT } from 'jose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createGuard, getCaller } from '../../src/api/authentication.ts';
import { issueToken } from '../../src/api/issue-token.ts';
import { type Role, roles } from '../../src/api/roles.ts';
import { createTokenVerifier } from '../../src/api/verify-token.ts';
import { expectProblem } from './expect-contract.ts';
import { openTestCatalog, signIn, type TestCatalog, tokenConfig } from './test-app.ts';

const path = '/api/v1/genres';
const secret = new TextEncoder().encode('secret' in tokenConfig.key ? tokenConfig.key.secret : '');
const claims = { sub: 'somebody', role: 'reader' };
const hour = 3600;
const now = (): number => Math.floor(Date.now() / 1000);

const sign = (payload: Record<string, unknown>, key: Uint8Array = secret, alg = 'HS256'): Promise<string> =>
  new SignJWT(payload).setProtectedHeader({ alg }).sign(key);

let catalog: TestCatalog;
beforeAll(async () => {
  catalog = await openTestCatalog();
});
afterAll(() => catalog.close());

const ask = (authorization?: string) =>
  catalog.app.inject({ url: path, headers: authorization === undefined ? {} : { authorization } });

describe('whom we do not know', () => {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const fresh = { ...claims, exp: now() + hour };
  const cases: [why: string, make: () => Promise<string | undefined> | string | undefined][] = [
    ['no header', () => undefined],
    ['an empty header', () => ''],
    ['a scheme alone', () => 'Bearer '],
    ['another scheme', () => 'Basic c29tZWJvZHk6cGFzc3dvcmQ='],
    ['two tokens', async () => `Bearer ${await sign(fresh)} ${await sign(fresh)}`],
    ['garbage', () => 'Bearer garbage'],
    ['garbage with dots', () => 'Bearer a.b.c'],
    ['a very long token', () => `Bearer ${'a'.repeat(8000)}`],
    ['another secret', async () => `Bearer ${await sign(fresh, new TextEncoder().encode('x'.repeat(40)))}`],
    ['a changed payload', async () => `Bearer ${swapPayload(await sign(fresh), { ...fresh, role: 'admin' })}`],
    ['no signature at all (alg none)', () => `Bearer ${new UnsecuredJWT(fresh).encode()}`],
    ['another algorithm of the same secret', async () => `Bearer ${await sign(fresh, secret, 'HS512')}`],
    [
      'a key of another kind',
      async () => {
        const token = await new SignJWT(fresh).setProtectedHeader({ alg: 'RS256' }).sign(privateKey);
        return `Bearer ${token}`;
      },
    ],
    ['a token that has expired', async () => `Bearer ${await sign({ ...claims, exp: now() - hour })}`],
    ['a token that is not valid yet', async () => `Bearer ${await sign({ ...fresh, nbf: now() + hour })}`],
    ['a token that never expires', async () => `Bearer ${await sign(claims)}`],
    ['a token of nobody', async () => `Bearer ${await sign({ role: 'admin', exp: now() + hour })}`],
    ['a token of nobody, in words', async () => `Bearer ${await sign({ ...fresh, sub: '' })}`],
    ['a user that no database can hold', async () => `Bearer ${await sign({ ...fresh, sub: 'a\u0000' })}`],
    ['a payload that is no object', async () => `Bearer ${swapPayload(await sign(fresh), [])}`],
  ];

  it.each(cases)('is turned away with 401: %s', async (_why, make) => {
    const authorization = await make();
    const response = await ask(authorization);
    expectProblem(response, 401, 'unauthenticated');
    const missing = (authorization ?? '').trim() === '';
    const challenge = missing
      ? 'Bearer realm="deadwax-catalog"'
      : 'Bearer realm="deadwax-catalog", error="invalid_token"';
    expect(response.headers['www-authenticate']).toBe(challenge);
  });

  it('is told when only time has passed', async () => {
    const response = await ask(`Bearer ${await sign({ ...claims, exp: now() - hour })}`);
    expect(response.json().detail).toBe('The token has expired.');
  });

  it('learns nothing else of a path: 404 and 405 come first, faults of the request after', async () => {
    expectProblem(await catalog.app.inject({ url: '/nowhere' }), 404, 'not_found');
    expectProblem(await catalog.app.inject({ method: 'PUT', url: path }), 405, 'method_not_allowed');
    expectProblem(await catalog.app.inject({ url: `${path}?x=1` }), 401, 'unauthenticated');
  });
});

function swapPayload(token: string, payload: unknown): string {
  const [head, , signature] = token.split('.');
  return [head, Buffer.from(JSON.stringify(payload)).toString('base64url'), signature].join('.');
}

describe('whom we know', () => {
  it.each(roles)('is let in as %s where a reader is', async (role) => {
    const { authorization } = await signIn(role);
    expect((await ask(authorization)).statusCode).toBe(200);
    expect((await ask(authorization.replace('Bearer', 'bearer'))).statusCode).toBe(200);
  });

  it.each([undefined, 'member', 'ADMIN', 4, ['admin'], null])('may nothing with the role %j', async (role) => {
    const response = await ask(`Bearer ${await sign({ sub: 'somebody', exp: now() + hour, role })}`);
    expectProblem(response, 403, 'forbidden');
    expect(response.headers['www-authenticate']).toContain('error="insufficient_scope"');
  });
});

describe('roles', () => {
  const app = fastify();
  const guard = createGuard(app, createTokenVerifier(tokenConfig));
  app.setErrorHandler((error, _request, reply) => reply.code(error instanceof Error ? 403 : 500).send(String(error)));
  for (const least of roles) app.get(`/${least}`, { onRequest: guard(least) }, async (request) => getCaller(request));
  app.get('/open', async (request) => getCaller(request));
  afterAll(() => app.close());

  const table = roles.flatMap((least, needed) => roles.map((role, had) => [role, least, had >= needed] as const));
  it.each(table)('%s where %s is needed: %s', async (role, least, allowed) => {
    const response = await app.inject({ url: `/${least}`, headers: await signIn(role) });
    expect(response.statusCode).toBe(allowed ? 200 : 403);
    if (allowed) expect(response.json()).toEqual({ userId: `a-${role}`, name: `The ${role}`, role });
    else expect(response.body).toContain(`needs the role ${least} or higher; yours is ${role}`);
  });

  it('call a person without a name by the id', async () => {
    const token = await issueToken(tokenConfig, { userId: 'u1', role: 'dj' satisfies Role, lifetime: '1h' });
    const response = await app.inject({ url: '/dj', headers: { authorization: `Bearer ${token}` } });
    expect(response.json()).toEqual({ userId: 'u1', name: 'u1', role: 'dj' });
  });

  it('are asked of nobody where no token is', async () => {
    expect((await app.inject('/open')).body).toContain('asks for no token');
  });
});

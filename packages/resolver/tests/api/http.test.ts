import { afterAll, describe, expect, it } from 'vitest';
import { expectContract, expectProblem } from './expect-contract.ts';
import { askBulk, bulkPath, createTestApp, makeInput, token } from './test-app.ts';
import { engineOf } from './toy-resolver.ts';

const app = createTestApp();
afterAll(() => app.close());

describe('tokens', () => {
  const good = { inputs: [makeInput()] };

  it.each([
    ['no header', undefined],
    ['an empty header', ''],
    ['a scheme without a token', 'Bearer '],
  ])('asks for a token when there is %s', async (_case, authorization) => {
    const headers = { 'content-type': 'application/json', ...(authorization === undefined ? {} : { authorization }) };
    const response = await app.inject({ method: 'POST', url: bulkPath, headers, payload: good });
    expectProblem(response, 401, 'unauthenticated');
    expect(response.headers['www-authenticate']).toMatch(/^Bearer /);
  });

  it.each([
    'Bearer wrong',
    `Bearer ${token}x`,
    `Bearer ${token.slice(0, -1)}`,
    `Basic ${token}`,
    `Bearer ${token} ${token}`,
    'a'.repeat(8000),
  ])('refuses %.40s', async (authorization) => {
    expectProblem(await askBulk(app, good, { authorization }), 403, 'forbidden');
  });

  it.each([`Bearer ${token}`, `bearer ${token}`, 'BEARER another-token'])('takes %s', async (authorization) => {
    expect((await askBulk(app, good, { authorization })).statusCode).toBe(200);
  });

  it('comes before the body, whatever that is', async () => {
    expectProblem(await askBulk(app, '{', { authorization: '' }), 401, 'unauthenticated');
  });
});

describe('routes', () => {
  it.each([
    ['GET', '/nowhere'],
    ['POST', '/nowhere'],
    ['GET', `${bulkPath}/`],
    ['GET', '/%'],
    ['GET', `/${'a'.repeat(5000)}`],
    ['GET', '/__proto__'],
    ['OPTIONS', '*'],
  ] as const)('answers 404 to %s %.40s', async (method, url) => {
    expectProblem(await app.inject({ method, url }), 404, 'not_found');
  });

  it('answers 404 before it looks at a body', async () => {
    const response = await app.inject({
      method: 'POST',
      url: '/nowhere',
      headers: { 'content-type': 'application/json' },
      payload: '{',
    });
    expectProblem(response, 404, 'not_found');
  });

  it.each([
    ['GET', bulkPath, 'POST'],
    ['OPTIONS', bulkPath, 'POST'],
    ['DELETE', `${bulkPath}?x=1`, 'POST'],
    ['POST', '/healthz', 'GET, HEAD'],
    ['PUT', '/metrics', 'GET, HEAD'],
  ] as const)('answers 405 to %s %s', async (method, url, allow) => {
    const response = await app.inject({ method, url });
    expectProblem(response, 405, 'method_not_allowed');
    expect(response.headers.allow).toBe(allow);
  });
});

describe('request ids', () => {
  it.each(['abc', '6c8b5f0e-2c1d-4a43-9a0a-111122223333', 'svc:42.1_x'])('keeps %s', async (id) => {
    const response = await app.inject({ url: '/healthz', headers: { 'x-request-id': id } });
    expect(response.headers['x-request-id']).toBe(id);
  });

  it.each(['', 'has space', 'a'.repeat(129), '"quoted"', '-leads', 'é'])('replaces %.20s', async (id) => {
    const response = await app.inject({ url: '/healthz', headers: { 'x-request-id': id } });
    expect(response.headers['x-request-id']).toMatch(/^[0-9a-f-]{36}$/);
  });

  it('stands in problems too', async () => {
    const response = await app.inject({ url: '/nowhere', headers: { 'x-request-id': 'abc' } });
    expect(response.headers['x-request-id']).toBe('abc');
  });
});

describe('operations', () => {
  it('is healthy whether or not the snapshot is open, and ready only when it is', async () => {
    const opening = createTestApp({ engine: engineOf(null) });
    for (const health of [await app.inject('/healthz'), await opening.inject('/healthz')]) {
      expect(health.statusCode).toBe(200);
      expectContract('HealthCheckResponse', health.json());
    }
    const ready = await app.inject('/readyz');
    expect(ready.statusCode).toBe(200);
    expectContract('ReadinessResponse', ready.json());
    expect((await opening.inject('/readyz')).statusCode).toBe(503);
    await opening.close();
  });

  it('names its versions, before and after the snapshot is open', async () => {
    const opening = createTestApp({ engine: engineOf(null) });
    expectContract('VersionResponse', (await opening.inject('/version')).json());
    const version = (await app.inject('/version')).json();
    expectContract('VersionResponse', version);
    expect(JSON.stringify(version)).toContain('9.9.9');
    await opening.close();
  });

  it('counts results by kind and method, and times requests by route', async () => {
    const counted = createTestApp();
    const inputs = [makeInput(), makeInput(), makeInput({ artist_name: 'Various' }), makeInput({ album_title: '' })];
    await askBulk(counted, { inputs });
    await counted.inject('/nowhere');
    const response = await counted.inject('/metrics');
    expect(response.headers['content-type']).toContain('text/plain');
    const lines = response.body.split('\n');
    expect(lines).toContain('deadwax_resolver_results_total{kind="single_artist"} 2');
    expect(lines).toContain('deadwax_resolver_results_total{kind="compilation"} 1');
    expect(lines).toContain('deadwax_resolver_results_total{kind="unresolved"} 1');
    expect(lines).toContain('deadwax_resolver_methods_total{method="exact_match"} 3');
    expect(lines).toContain('deadwax_resolver_confidence_count 3');
    const timed = `deadwax_resolver_request_duration_seconds_count{method="POST",route="${bulkPath}",status="200"} 1`;
    expect(lines).toContain(timed);
    expect(response.body).toContain('route="unknown",status="404"');
    await counted.close();
  });

  it('counts each app apart', async () => {
    const fresh = createTestApp();
    expect((await fresh.inject('/metrics')).body).not.toContain('results_total{');
    await fresh.close();
  });
});

describe('documentation', () => {
  it('serves the contract and its pages from here alone', async () => {
    const document = (await app.inject('/openapi.json')).json();
    expect(document.openapi).toMatch(/^3\.1\./);
    const page = await app.inject('/docs/');
    expect(page.headers['content-type']).toContain('text/html');
    expect(page.body).toContain('/openapi.json');
    expect(page.body).not.toMatch(/(src|href)="https?:/);
    const [, script] = /<script src="([^"]+)"/.exec(page.body) ?? [];
    const asset = await app.inject(new URL(script ?? '', 'http://x/docs/').pathname);
    expect(asset.statusCode).toBe(200);
    expect(asset.headers['content-type']).toContain('javascript');
  });

  it('redirects /docs to its folder, whatever the Host header says', async () => {
    for (const host of ['localhost', '[::', 'a b', '::::']) {
      const response = await app.inject({ url: '/docs', headers: { host } });
      expect(response.statusCode).toBe(301);
      expect(response.headers.location).toBe('/docs/');
    }
  });
});

import { createCatalogClient } from '@deadwax/contract/catalog-client';
import { type OperationId, operations } from '@deadwax/contract/generated/catalog/operations';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { expectContract, expectProblem, expectSchema } from './expect-contract.ts';
import { openTestCatalog, signIn, type TestCatalog } from './test-app.ts';

let catalog: TestCatalog;
beforeAll(async () => {
  catalog = await openTestCatalog();
  // The parser of bodies, without an operation behind it.
  catalog.app.post('/probe', async ({ body }) => ({ body }));
});
afterAll(() => catalog.close());

const probe = (payload: string | Buffer, headers: Record<string, string> = {}) =>
  catalog.app.inject({
    method: 'POST',
    url: '/probe',
    headers: { 'content-type': 'application/json', ...headers },
    payload,
  });

describe('routes', () => {
  it.each([
    ['GET', '/nowhere'],
    ['GET', '/api/v1/genres/'],
    ['GET', '/%'],
    ['GET', `/${'a'.repeat(5000)}`],
    ['GET', '/__proto__'],
    ['OPTIONS', '*'],
  ] as const)('answers 404 to %s %.40s', async (method, url) => {
    expectProblem(await catalog.app.inject({ method, url }), 404, 'not_found');
  });

  it.each([
    ['POST', '/api/v1/genres', 'GET, HEAD'],
    ['DELETE', '/api/v1/formats?x=1', 'GET, HEAD'],
    ['POST', '/healthz', 'GET, HEAD'],
  ] as const)('answers 405 to %s %s', async (method, url, allow) => {
    const response = await catalog.app.inject({ method, url, headers: await signIn('admin') });
    expectProblem(response, 405, 'method_not_allowed');
    expect(response.headers.allow).toBe(allow);
  });
});

describe('bodies', () => {
  const json = 'application/json';
  it.each([
    { why: 'nothing', payload: '', refusal: [400, 'malformed_json'] },
    { why: 'half an object', payload: '{"a":', refusal: [400, 'malformed_json'] },
    { why: 'no UTF-8', payload: Buffer.from([0x22, 0xff, 0x22]), refusal: [400, 'malformed_json'] },
    { why: 'another type', payload: 'a=1', type: 'text/plain', refusal: [415, 'unsupported_media_type'] },
    {
      why: 'another charset',
      payload: '{}',
      type: `${json}; charset=utf-16`,
      refusal: [415, 'unsupported_media_type'],
    },
    { why: 'a compressed body', payload: '{}', encoding: 'gzip', refusal: [415, 'unsupported_media_type'] },
    { why: 'more than 1 MiB', payload: `"${'a'.repeat(1024 * 1024)}"`, refusal: [413, 'body_too_large'] },
  ] as const)('are refused where there is $why', async ({ payload, refusal: [status, code], ...given }) => {
    const headers = {
      'content-type': 'type' in given ? given.type : json,
      ...('encoding' in given ? { 'content-encoding': given.encoding } : {}),
    };
    expectProblem(await probe(payload, headers), status, code);
  });

  it('of any bytes are JSON, or a problem, and never our fault', async () => {
    await fc.assert(
      fc.asyncProperty(fc.oneof(fc.uint8Array({ maxLength: 200 }), fc.json().map(Buffer.from)), async (bytes) => {
        const response = await probe(Buffer.from(bytes));
        expect(response.statusCode).toBeLessThan(500);
        if (response.statusCode !== 200) expectSchema('Problem', response.json());
      }),
      { numRuns: 300 },
    );
  });
});

// A segment of dots alone is taken out of an address before it is sent: another operation would be asked.
const anySegment = fc.webSegment().filter((segment) => !/^(\.|%2e){1,2}$/i.test(segment));

describe('whatever is asked', () => {
  it('is answered as the contract says, for any query and body', async () => {
    const headers = { ...(await signIn('admin')), 'content-type': 'application/json' };
    const anyOperation = fc.constantFrom(...(Object.keys(operations) as OperationId[]));
    const anyQuery = fc.dictionary(fc.string({ maxLength: 8 }), fc.string({ unit: 'binary', maxLength: 8 }), {
      maxKeys: 3,
    });
    await fc.assert(
      fc.asyncProperty(anyOperation, anyQuery, anySegment, fc.json(), async (id, query, segment, body) => {
        const { method, path, request } = operations[id];
        const wellFormed = Object.entries(query).filter(([name, value]) => name.isWellFormed() && value.isWellFormed());
        const url = `${path.replaceAll(/\{\w+\}/g, segment || '1')}?${new URLSearchParams(wellFormed)}`;
        const response = await catalog.app.inject({
          method,
          url,
          headers,
          ...(request === null ? {} : { payload: body }),
        });
        expect(response.statusCode).toBeLessThan(500);
        // Lines of JSON are no JSON; what each says is tested where exports are.
        if (response.headers['content-type'] === 'application/x-ndjson') expect(response.statusCode).toBe(200);
        else expectContract(id, response);
      }),
      { numRuns: 300 },
    );
  });

  it.each([
    ['NUL', '%00'],
    ['a percent sign alone', '%'],
    ['bytes that are no UTF-8', '%ff'],
    ['a name of every object', '__proto__'],
  ])('may hold %s in its query', async (_case, text) => {
    for (const query of [`${text}=1`, `a=${text}`, text]) {
      const response = await catalog.app.inject({ url: `/api/v1/genres?${query}`, headers: await signIn('admin') });
      expect(response.statusCode).toBeLessThan(500);
    }
  });
});

describe('documentation', () => {
  it('serves the catalog’s own contract and its pages, from here alone', async () => {
    const document = (await catalog.app.inject('/openapi.json')).json();
    expect(document.info.title).toBe('Deadwax catalog');
    const page = await catalog.app.inject('/docs/');
    expect(page.headers['content-type']).toContain('text/html');
    expect(page.body).toContain('Deadwax catalog');
    expect(page.body).not.toMatch(/(src|href)="https?:/);
  });
});

describe('the generated client', () => {
  it('brings back lists, and problems without throwing', async () => {
    const baseUrl = await catalog.app.listen({ host: '127.0.0.1', port: 0 });
    const { authorization } = await signIn('reader');
    const client = createCatalogClient({ baseUrl, token: authorization.replace('Bearer ', '') });
    expect((await client.GET('/api/v1/genres')).data).toEqual({ genres: [] });
    const refused = await createCatalogClient({ baseUrl, token: 'x' }).GET('/api/v1/genres');
    expect(refused.error).toMatchObject({ code: 'unauthenticated', retryable: false });
  });
});

import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { expectContract } from './expect-contract.ts';
import { askBulk, bulkPath, createTestApp, token } from './test-app.ts';

const app = createTestApp();
afterAll(() => app.close());

const text = fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom('', 'Various', '\u0000', '\ud800'));
const almostInput = fc.record(
  {
    library_id: fc.oneof(fc.integer(), fc.double(), fc.jsonValue()),
    artist_name: fc.oneof({ weight: 9, arbitrary: text }, fc.jsonValue()),
    album_title: fc.oneof({ weight: 9, arbitrary: text }, fc.jsonValue()),
    year: fc.oneof(fc.integer(), fc.constant(null), fc.jsonValue()),
    is_compilation: fc.oneof(fc.boolean(), fc.constant(null), fc.jsonValue()),
    label: fc.oneof(text, fc.constant(null)),
    ['__proto__']: fc.jsonValue(),
  },
  { requiredKeys: ['library_id', 'artist_name', 'album_title'] },
);
const almostRequest = fc.record(
  { inputs: fc.array(almostInput, { maxLength: 5 }), include_tracks: fc.oneof(fc.boolean(), fc.jsonValue()) },
  { requiredKeys: ['inputs'] },
);

describe('whatever is sent', () => {
  it('is answered in the contract’s shape and is never our fault', async () => {
    await fc.assert(
      fc.asyncProperty(fc.oneof(fc.jsonValue(), almostRequest), async (payload) => {
        const response = await askBulk(app, JSON.stringify(payload));
        expect(response.statusCode).toBeLessThan(500);
        expectContract(response.statusCode === 200 ? 'BulkResolveLibrariesResponse' : 'Problem', response.json());
      }),
      { numRuns: 500 },
    );
  });

  it('may even be no JSON', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 200 }), async (bytes) => {
        const response = await askBulk(app, Buffer.from(bytes));
        expect(response.statusCode).toBeGreaterThanOrEqual(400);
        expect(response.statusCode).toBeLessThan(500);
        expectContract('Problem', response.json());
      }),
      { numRuns: 200 },
    );
  });

  it('may have any headers', async () => {
    const name = fc.constantFrom('content-type', 'authorization', 'x-request-id', 'host', 'accept', 'content-encoding');
    const value = fc.string({ unit: 'grapheme-ascii', maxLength: 60 });
    await fc.assert(
      fc.asyncProperty(fc.dictionary(name, value), fc.webPath(), async (headers, path) => {
        for (const url of [bulkPath, '/docs', '/docs/', path || '/']) {
          const response = await app.inject({
            method: url === bulkPath ? 'POST' : 'GET',
            url,
            headers: { authorization: `Bearer ${token}`, ...headers },
            payload: url === bulkPath ? '{}' : '',
          });
          expect(response.statusCode).toBeLessThan(500);
        }
      }),
      { numRuns: 200 },
    );
  });

  it.each(['[@&', '[::1', 'a b', ':', '[::1]:99999', 'host:port', '-', '.0', '256.256.256.256'])(
    'may name its host %j',
    async (host) => {
      for (const url of ['/docs', '/docs/', '/openapi.json', '/healthz']) {
        const response = await app.inject({ method: 'GET', url, headers: { host } });
        expect(response.statusCode).toBeLessThan(500);
      }
    },
  );
});

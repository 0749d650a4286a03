import type { ProblemCode } from '@deadwax/contract/schemas';
import { afterAll, describe, expect, it } from 'vitest';
import type { ResolvedBatch } from '../../src/api/dependencies.ts';
import { expectContract, expectProblem } from './expect-contract.ts';
import { askBulk, createTestApp, makeInput } from './test-app.ts';
import { engineOf, toyResolver } from './toy-resolver.ts';

const app = createTestApp();
afterAll(() => app.close());

describe('a good request', () => {
  it('answers every input, in order, in the contract’s shape', async () => {
    const inputs = Array.from({ length: 1000 }, (_, index) => makeInput({ library_id: 1000 - index }));
    const response = await askBulk(app, { inputs });
    expect(response.statusCode).toBe(200);
    const body = response.json();
    expectContract('BulkResolveLibrariesResponse', body);
    expect(body.results.map((result: { library_id: number }) => result.library_id)).toEqual(
      inputs.map((input) => input.library_id),
    );
    expect(body).toMatchObject({
      contract_version: 1,
      resolver_version: 'toy',
      snapshot: 'toy-snapshot',
      tracks_contract_version: null,
      cache_stats: { memory_hits: 1000, pg_hits: 0, pg_misses: 0, api_calls: 0, pg_time_ms: 0, api_time_ms: 0 },
    });
  });

  it('carries every kind, and says which tracks contract it speaks when tracks are asked for', async () => {
    const inputs = [makeInput(), makeInput({ artist_name: 'Various' }), makeInput({ album_title: '' })];
    const body = (await askBulk(app, { inputs, include_tracks: true })).json();
    expectContract('BulkResolveLibrariesResponse', body);
    expect(body.results.map((result: { kind: string }) => result.kind)).toEqual([
      'single_artist',
      'compilation',
      'unresolved',
    ]);
    expect(body.tracks_contract_version).toBe(1);
  });

  it('takes explicit nulls for every hint', async () => {
    const hints = { label: null, year: null, format: null, catalog_number: null, barcode: null, is_compilation: null };
    const response = await askBulk(app, {
      inputs: [makeInput({ ...hints, shelf_code: null, legacy_release_id: null })],
    });
    expect(response.statusCode).toBe(200);
  });

  it('says how long it took', async () => {
    const response = await askBulk(app, { inputs: [makeInput()] });
    expect(response.headers['server-timing']).toMatch(/^resolve;dur=\d+\.\d\d, total;dur=\d+\.\d\d$/);
  });
});

describe('input the contract refuses', () => {
  const nul = String.fromCharCode(0);
  const loneSurrogate = '"\\ud800"';
  const refusals: [reason: string, payload: unknown, status: number, code: ProblemCode][] = [
    ['not JSON', '{"inputs": [', 400, 'malformed_json'],
    ['nothing at all', '', 400, 'malformed_json'],
    ['bytes that are not UTF-8', Buffer.from([0x7b, 0xff, 0x7d]), 400, 'malformed_json'],
    ['a list instead of an object', [], 400, 'malformed_json'],
    ['null', null, 400, 'malformed_json'],
    ['a number', 7, 400, 'malformed_json'],
    ['NaN, which JSON has no word for', '{"inputs": NaN}', 400, 'malformed_json'],
    ['an object without inputs', {}, 422, 'invalid_input'],
    ['an empty list', { inputs: [] }, 422, 'invalid_input'],
    ['inputs that are not a list', { inputs: { length: 5000 } }, 422, 'invalid_input'],
    ['an input that is not an object', { inputs: [null] }, 422, 'invalid_input'],
    ['a missing artist', { inputs: [{ library_id: 1, album_title: 'x' }] }, 422, 'invalid_input'],
    ['a name that is a number', { inputs: [makeInput({ artist_name: 7 as never })] }, 422, 'invalid_input'],
    ['a fractional id', { inputs: [makeInput({ library_id: 1.5 })] }, 422, 'invalid_input'],
    ['an id in text', { inputs: [makeInput({ library_id: '1' as never })] }, 422, 'invalid_input'],
    ['an id past the exact integers', { inputs: [makeInput({ library_id: 2 ** 53 })] }, 422, 'invalid_input'],
    [
      'an id that overflows to infinity',
      '{"inputs":[{"library_id":1e999,"artist_name":"a","album_title":"b"}]}',
      422,
      'invalid_input',
    ],
    ['a field nobody knows', { inputs: [{ ...makeInput(), artist: 'x' }] }, 422, 'invalid_input'],
    ['include_tracks in text', { inputs: [makeInput()], include_tracks: 'yes' }, 422, 'invalid_input'],
    ['NUL in a name', { inputs: [makeInput({ artist_name: `a${nul}b` })] }, 422, 'invalid_input'],
    ['NUL in a hint', { inputs: [makeInput({ label: nul })] }, 422, 'invalid_input'],
    [
      'half a surrogate pair',
      `{"inputs":[{"library_id":1,"artist_name":${loneSurrogate},"album_title":"b"}]}`,
      422,
      'invalid_input',
    ],
    ['1,001 inputs', { inputs: Array.from({ length: 1001 }, () => makeInput()) }, 413, 'too_many_inputs'],
    ['1,001 things that are no inputs', { inputs: Array.from({ length: 1001 }, () => 0) }, 413, 'too_many_inputs'],
    ['more than 8 MB', { inputs: [makeInput({ artist_name: 'a'.repeat(9e6) })] }, 413, 'body_too_large'],
  ];
  it.each(refusals)('refuses %s', async (_reason, payload, status, code) => {
    expectProblem(await askBulk(app, payload), status, code);
  });

  it('points at the fault', async () => {
    const body = (await askBulk(app, { inputs: [makeInput(), makeInput({ album_title: 5 as never })] })).json();
    expect(body.errors).toEqual([expect.objectContaining({ pointer: '/inputs/1/album_title' })]);
  });

  it('lets the last of two equal keys count, as every JSON reader does', async () => {
    const text = '{"inputs":[{"library_id":1,"library_id":2,"artist_name":"a","album_title":"b"}]}';
    expect((await askBulk(app, text)).json().results[0].library_id).toBe(2);
  });

  it('reads JSON nested a hundred thousand deep without falling over', async () => {
    const deep = '['.repeat(100_000) + ']'.repeat(100_000);
    expectProblem(await askBulk(app, `{"inputs":${deep}}`), 422, 'invalid_input');
    expectProblem(await askBulk(app, deep), 400, 'malformed_json');
  });
});

describe('media types', () => {
  const refused = [
    { 'content-type': 'text/plain' },
    { 'content-type': 'application/x-www-form-urlencoded' },
    { 'content-type': 'application/json; charset=utf-16' },
    { 'content-type': 'application/json; charset="ISO-8859-1"' },
    { 'content-type': 'nonsense' },
    { 'content-type': 'application/json', 'content-encoding': 'gzip' },
  ];
  it.each(refused)('refuses %o', async (headers) => {
    expectProblem(await askBulk(app, { inputs: [makeInput()] }, headers), 415, 'unsupported_media_type');
  });

  it.each(['application/json', 'application/json;charset=UTF-8', 'Application/JSON; charset="utf-8"'])(
    'takes %s',
    async (type) => {
      const response = await askBulk(app, { inputs: [makeInput()] }, { 'content-type': type });
      expect(response.statusCode).toBe(200);
    },
  );
});

describe('when something is missing behind it', () => {
  it('answers 503 with Retry-After until the snapshot is open', async () => {
    const closed = createTestApp({ engine: engineOf(null) });
    const response = await askBulk(closed, { inputs: [makeInput()] });
    expectProblem(response, 503, 'snapshot_not_loaded');
    expect(Number(response.headers['retry-after'])).toBeGreaterThan(0);
    await closed.close();
  });

  it('never shows what went wrong inside', async () => {
    const broken = createTestApp({
      engine: engineOf({
        ...toyResolver,
        resolve: () => {
          throw new Error('secret path /srv/x');
        },
      }),
    });
    const response = await askBulk(broken, { inputs: [makeInput()] });
    expectProblem(response, 500, 'internal_error');
    expect(response.body).not.toContain('secret');
    await broken.close();
  });

  it('answers 500 when tokens cannot be checked, never 403', async () => {
    const broken = createTestApp({ authenticate: () => Promise.reject(new Error('no database')) });
    expectProblem(await askBulk(broken, { inputs: [makeInput()] }), 500, 'internal_error');
    await broken.close();
  });

  it('hands each answered batch on, and survives a listener that throws', async () => {
    const batches: ResolvedBatch[] = [];
    const listened = createTestApp({
      onResolved: (batch) => {
        batches.push(batch);
        throw new Error('the log is full');
      },
    });
    const response = await askBulk(listened, { inputs: [makeInput()] }, { 'x-request-id': 'abc' });
    expect(response.statusCode).toBe(200);
    expect(batches).toEqual([
      {
        requestId: 'abc',
        callerId: 'token-2',
        inputs: [makeInput()],
        verdicts: response.json().results.map((result: unknown) => JSON.stringify(result)),
        resolverVersion: 'toy',
        snapshotId: 'toy-snapshot',
      },
    ]);
    await listened.close();
  });
});

import type { LibraryRecord } from '@deadwax/contract/catalog-schemas';
import type { BulkResolveResult } from '@deadwax/contract/schemas';
import { startTestPostgres, type TestPostgres } from '@deadwax/platform/testing/embedded-postgres';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createResolverGateway } from '../../src/resolver-client/gateway.ts';
import { makeAnswer, makeResult, secret } from '../resolver-client/samples.ts';
import { type Reply, replyJson, replyStatus, startTestResolver } from '../resolver-client/test-resolver.ts';
import { expectContract, expectProblem } from './expect-contract.ts';
import { openTestCatalog, signIn, type TestCatalog } from './test-app.ts';

const main: NonNullable<BulkResolveResult['main']> = {
  discogs_master_id: 77,
  discogs_release_id: null,
  musicbrainz_release_group_mbid: null,
  musicbrainz_release_mbid: null,
  musicbrainz_recording_mbid: null,
  wikidata_qid: null,
  spotify_id: null,
  apple_music_id: null,
  artist: {
    discogs_artist_id: 7,
    musicbrainz_artist_id: null,
    wikidata_qid: null,
    spotify_artist_id: null,
    apple_music_artist_id: null,
    bandcamp_id: null,
  },
};
const leg = {
  source: 'discogs_master',
  attempted: true,
  external_id: '77',
  method: 'exact_match',
  confidence: 1,
  derived_from: null,
  reason: null,
  candidate_count: 1,
  url: null,
} as const;

/** Knows every record whose title is not "Unknown". */
const answerAll: Reply = ({ inputs }, response) => {
  const answer = makeAnswer([]);
  answer.results = inputs.map(({ library_id, album_title }) =>
    album_title.startsWith('Unknown')
      ? makeResult({
          library_id,
          provenance: [{ ...leg, external_id: null, method: null, confidence: null, reason: 'no_candidate' }],
        })
      : makeResult({
          library_id,
          kind: 'single_artist',
          main,
          method: 'exact_match',
          confidence: 1,
          unresolved_reason: null,
          candidates: [],
          provenance: [leg],
        }),
  );
  replyJson(response, answer);
};

describe.each(['pglite', 'postgres'] as const)('the library over HTTP, on %s', (dialect) => {
  let server: TestPostgres | null = null;
  let catalog: TestCatalog;
  let resolver: Awaited<ReturnType<typeof startTestResolver>>;

  beforeAll(async () => {
    server = dialect === 'postgres' ? await startTestPostgres() : null;
    resolver = await startTestResolver();
    const gateway = createResolverGateway({ baseUrl: resolver.baseUrl, token: secret });
    catalog = await openTestCatalog(server ? { url: server.url } : { directory: null }, { gateway });
  }, 60_000);

  afterAll(async () => {
    await catalog?.close();
    await resolver?.close();
    await server?.stop();
  });

  beforeEach(() => resolver.reset(answerAll));

  const call = async (method: 'GET' | 'POST' | 'PATCH' | 'DELETE', url: string, payload?: object) =>
    catalog.app.inject({ method, url, headers: await signIn('admin'), ...(payload ? { payload } : {}) });
  const add = async (fields: object = {}, query = '') =>
    call('POST', `/api/v1/library${query}`, { artist_name: 'Stereolab', album_title: 'Dots and Loops', ...fields });
  const record = (response: { json(): unknown }) => response.json() as LibraryRecord;

  it('keeps an added record at once; its identity is pending', async () => {
    const response = await add({ label: '  Duophonic ', year: 1997 });
    expectContract('add-library-record', response);
    expect(response.statusCode).toBe(201);
    const added = record(response);
    expect(added).toMatchObject({ label: 'Duophonic', year: 1997, identity: { status: 'pending', method: null } });
    expect(response.headers.location).toBe(`/api/v1/library/${added.id}`);
    expect(resolver.asked).toHaveLength(0);
  });

  it('gives the identity in the answer where it comes in time', async () => {
    const added = record(await add({}, '?wait_ms=1500'));
    expect(added.identity).toMatchObject({ status: 'resolved', method: 'exact_match', ids: { discogs_master_id: 77 } });
    expect(added.sources).toEqual([expect.objectContaining({ source: 'discogs_master', external_id: '77' })]);
  });

  it('does not wait longer than it was asked to', async () => {
    resolver.reset(() => undefined);
    const begun = performance.now();
    expect(record(await add({}, '?wait_ms=200')).identity.status).toBe('pending');
    expect(performance.now() - begun).toBeLessThan(2000);
  });

  it('asks again when an edit changes what the record is, and lets go of what it was', async () => {
    const { id } = record(await add({}, '?wait_ms=1500'));
    const response = await call('PATCH', `/api/v1/library/${id}?wait_ms=1500`, { album_title: 'Unknown Songs' });
    expectContract('edit-library-record', response);
    expect(record(response)).toMatchObject({
      album_title: 'Unknown Songs',
      identity: { status: 'unresolved', method: null, ids: { discogs_master_id: null } },
      sources: [],
    });
    const history = await call('GET', `/api/v1/library/${id}/identity/history`);
    expectContract('list-identity-history', history);
    expect(history.json().entries[0]).toMatchObject({
      category: 'withdrawn',
      reason: 'the row was edited',
      identity: { discogs_master_id: 77 },
      sources: [{ source: 'discogs_master', external_id: '77' }],
    });
  });

  it('asks nothing when an edit says nothing of what the record is', async () => {
    const { id } = record(await add({}, '?wait_ms=1500'));
    resolver.reset(answerAll);
    const edited = record(await call('PATCH', `/api/v1/library/${id}?wait_ms=1500`, { genre: 'Rock' }));
    expect([edited.genre, edited.identity.status, resolver.asked.length]).toEqual(['Rock', 'resolved', 0]);
  });

  it('asks again by hand, and changes nothing where the resolver cannot be asked', async () => {
    const { id } = record(await add());
    const refreshed = await call('POST', `/api/v1/library/${id}/identity/refresh`);
    expectContract('refresh-identity', refreshed);
    expect(record(refreshed).identity.status).toBe('resolved');
    resolver.reset(replyStatus(500));
    expectProblem(await call('POST', `/api/v1/library/${id}/identity/refresh`), 503, 'resolver_unavailable');
    expect(record(await call('GET', `/api/v1/library/${id}`)).identity).toMatchObject({
      status: 'resolved',
      method: 'exact_match',
    });
  });

  it('says of a record that it could not be asked about, never that nothing was found', async () => {
    const { id } = record(await add());
    await catalog.db.updateTable('library_attempt').set({ pending_since: null }).where('library_id', '=', id).execute();
    resolver.reset(replyStatus(500));
    await call('POST', `/api/v1/library/${id}/identity/refresh`);
    expect(record(await call('GET', `/api/v1/library/${id}`)).identity).toMatchObject({
      status: 'error',
      verified_at: null,
    });
  });

  it('keeps what a deleted record was, and brings it back by no import', async () => {
    const rows = [{ line: 2, own_id: 'x-1', artist_name: 'Low', album_title: 'Double Negative', format: 'CD' }];
    const imported = await call('POST', '/api/v1/library/imports', { rows });
    expectContract('import-library', imported);
    const id = imported.json().rows[0].library_id;
    await call('POST', `/api/v1/library/${id}/identity/refresh`);
    const deleted = await call('DELETE', `/api/v1/library/${id}?reason=sold`);
    expect([deleted.statusCode, deleted.body]).toEqual([204, '']);
    expectProblem(await call('GET', `/api/v1/library/${id}`), 404, 'not_found');
    const [last] = (await call('GET', `/api/v1/library/${id}/identity/history`)).json().entries;
    expect(last).toMatchObject({
      category: 'deleted',
      reason: 'sold',
      actor: 'The admin',
      identity: { discogs_master_id: 77 },
    });
    const again = await call('POST', '/api/v1/library/imports', { rows });
    expect(again.json().rows).toEqual([{ line: 2, library_id: null, outcome: 'rejected', reason: 'deleted_by_hand' }]);
  });

  it('takes a file any number of times, and changes nothing in a dry run', async () => {
    const rows = [
      { line: 2, own_id: 'y-1', artist_name: 'Broadcast', album_title: 'Tender Buttons', year: 2005 },
      { line: 3, artist_name: 'Broadcast', album_title: 'Haha Sound' },
      { line: 4, artist_name: ' ', album_title: 'Nobody' },
    ];
    const send = async (dry_run: boolean) => (await call('POST', '/api/v1/library/imports', { rows, dry_run })).json();
    const count = async () => (await catalog.db.selectFrom('library').select('id').execute()).length;
    const before = await count();
    expect(await send(true)).toMatchObject({ dry_run: true, added: 2, rejected: 1 });
    expect(await count()).toBe(before);
    expect(await send(false)).toMatchObject({ added: 2, updated: 0, unchanged: 0, rejected: 1 });
    expect(await send(false)).toMatchObject({ added: 0, updated: 0, unchanged: 2, rejected: 1 });
    rows[0] = { ...rows[0], year: 2006 } as (typeof rows)[0];
    expect(await send(false)).toMatchObject({ added: 0, updated: 1, unchanged: 1 });
    expect(await count()).toBe(before + 2);
  });

  it.each([
    ['a title of space alone', { album_title: '   ' }, 422],
    ['a control character', { album_title: 'a\u0007b' }, 422],
    ['a year before records', { year: 12 }, 422],
    ['a field nobody knows', { colour: 'red' }, 422],
  ])('refuses %s', async (_what, fields, status) => {
    const response = await add(fields);
    expectContract('add-library-record', response);
    expect(response.statusCode).toBe(status);
  });

  it('refuses a number of the older id space that another record has', async () => {
    await add({ legacy_release_id: 4711 });
    expectProblem(
      await call('PATCH', `/api/v1/library/${record(await add()).id}`, { legacy_release_id: 4711 }),
      409,
      'conflict',
    );
  });

  it.each([
    ['POST', '/api/v1/library', 'dj'],
    ['PATCH', '/api/v1/library/1', 'dj'],
    ['DELETE', '/api/v1/library/1', 'dj'],
    ['POST', '/api/v1/library/imports', 'dj'],
    ['POST', '/api/v1/library/1/identity/refresh', 'reader'],
    ['POST', '/api/v1/flowsheet', 'reader'],
    ['POST', '/api/v1/jobs/pulls', 'music_director'],
  ] as const)('%s %s is not for a %s', async (method, url, role) => {
    const response = await catalog.app.inject({ method, url, headers: await signIn(role), payload: {} });
    expectProblem(response, 403, 'forbidden');
  });

  it('logs plays, and asks about those that stand in no library row', async () => {
    const { id } = record(await add({}, '?wait_ms=1500'));
    const known = await call('POST', '/api/v1/flowsheet', {
      entry_type: 'track',
      library_id: id,
      track_title: 'Miss Modular',
    });
    expectContract('add-flowsheet-entry', known);
    expect(known.json()).toMatchObject({ artist_name: 'Stereolab', identity: { status: 'resolved' } });
    const free = await call('POST', '/api/v1/flowsheet', {
      entry_type: 'track',
      artist_name: 'Low',
      album_title: 'Hey What',
    });
    expect(free.json()).toMatchObject({ library_id: null, identity: { status: 'pending' } });
    const talk = await call('POST', '/api/v1/flowsheet', { entry_type: 'talkset', message: 'Hello' });
    expect(talk.json().identity).toBeNull();
    const list = await call('GET', `/api/v1/flowsheet?limit=2&before=${talk.json().id}`);
    expectContract('list-flowsheet', list);
    expect(list.json().entries.map((entry: { id: number }) => entry.id)).toEqual([free.json().id, known.json().id]);
    expectProblem(
      await call('POST', '/api/v1/flowsheet', { entry_type: 'track', library_id: 999_999 }),
      409,
      'conflict',
    );
  });

  it('opens a pull for the workers, and shows runs', async () => {
    const started = await call('POST', '/api/v1/jobs/pulls', { batch_size: 10 });
    expectContract('start-pull', started);
    expect(started.json()).toMatchObject({
      job: 'pull',
      state: 'running',
      actor: 'The admin',
      parameters: { batchSize: 10 },
    });
    const { run_id } = started.json();
    const one = await call('GET', `/api/v1/jobs/runs/${run_id}`);
    expectContract('get-job-run', one);
    const all = await call('GET', '/api/v1/jobs/runs?limit=1');
    expectContract('list-job-runs', all);
    expect(all.json().runs[0].run_id).toBe(run_id);
    expectProblem(await call('GET', '/api/v1/jobs/runs/999999'), 404, 'not_found');
  });
});

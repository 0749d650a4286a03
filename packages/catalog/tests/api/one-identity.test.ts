import type { RecordIdentity } from '@deadwax/contract/catalog-schemas';
import { startTestPostgres, type TestPostgres } from '@deadwax/platform/testing/embedded-postgres';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { IdentityColumn } from '../../src/identity/identity-columns.ts';
import { listReviewQueue } from '../../src/review/list-review-queue.ts';
import { addRows } from '../search/test-library.ts';
import { expectContract } from './expect-contract.ts';
import { openTestCatalog, signIn, type TestCatalog } from './test-app.ts';

const noIds = {
  discogs_master_id: null,
  discogs_release_id: null,
  musicbrainz_release_group_mbid: null,
  musicbrainz_release_mbid: null,
  musicbrainz_recording_mbid: null,
  wikidata_qid: null,
  spotify_id: null,
  apple_music_id: null,
  artist: {},
};
const nothing: RecordIdentity = {
  status: 'never_asked',
  unresolved_reason: null,
  method: null,
  confidence: null,
  verified_at: null,
  agreement_sources: [],
  conflicts: 0,
  ids: noIds,
};
const at = '2026-11-01T12:00:00+00:00';
const mbid = '5a5ab9a8-8d2f-4b3c-9d0d-6f3a0d2b6a11';
const known: RecordIdentity = {
  status: 'resolved',
  unresolved_reason: null,
  method: 'trigram',
  confidence: 0.71,
  verified_at: at,
  agreement_sources: ['discogs_master', 'mb_release_group'],
  conflicts: 1,
  ids: {
    ...noIds,
    discogs_master_id: 7,
    musicbrainz_release_group_mbid: mbid,
    wikidata_qid: 'Q42',
    spotify_id: '2Ke7cIkQlyBx5cVbTsmFiM',
    artist: { discogs_artist: '9', mb_artist: mbid },
  },
};

// In the order of the rows, whose ids start at 1.
const expected: readonly RecordIdentity[] = [
  known,
  { ...nothing, status: 'compilation', verified_at: at },
  { ...nothing, status: 'unresolved', unresolved_reason: 'ambiguous', verified_at: at },
  { ...nothing, status: 'pending' },
  { ...nothing, status: 'error' },
  nothing,
  // What is asked for again, or could not be asked again, keeps what was known.
  { ...known, status: 'pending' },
  known,
];

const identities = sql`INSERT INTO library_identity (library_id, discogs_master_id, musicbrainz_release_group_mbid, wikidata_qid,
    spotify_id, artist_ids, method, confidence, agreement_sources, conflicts, last_verified_at)
  SELECT id, 7, ${mbid}::uuid, 'Q42', '2Ke7cIkQlyBx5cVbTsmFiM', jsonb_build_object('discogs_artist', '9', 'mb_artist', ${mbid}::text),
    'trigram', 0.71, 'discogs_master,mb_release_group', '[{"source": "mb_release"}]', ${at}::timestamptz
  FROM unnest(ARRAY[1, 7, 8]) AS id`;
const attempts = sql`INSERT INTO library_attempt (library_id, outcome, unresolved_reason, verdict, attempted_at, failed_at,
    failures, pending_since)
  VALUES (1, 'single_artist', NULL, '{}', ${at}::timestamptz, NULL, 0, NULL),
    (2, 'compilation', NULL, '{}', ${at}::timestamptz, NULL, 0, NULL),
    (3, 'unresolved', 'ambiguous', '{}', ${at}::timestamptz, NULL, 0, NULL),
    (4, NULL, NULL, NULL, NULL, NULL, 0, now()), (5, NULL, NULL, NULL, NULL, now(), 1, NULL),
    (7, 'single_artist', NULL, '{}', ${at}::timestamptz, NULL, 0, now()),
    (8, 'single_artist', NULL, '{}', ${at}::timestamptz, now(), 1, NULL)`;

describe.each(['pglite', 'postgres'] as const)('the identity of a record on %s', (dialect) => {
  let server: TestPostgres | null = null;
  let catalog: TestCatalog;
  const get = async (url: string) => catalog.app.inject({ url, headers: await signIn('admin') });

  beforeAll(async () => {
    server = dialect === 'postgres' ? await startTestPostgres() : null;
    catalog = await openTestCatalog(server ? { url: server.url } : { directory: null });
    await addRows(
      catalog.db,
      expected.map((_, n) => ({ artist: `Artist ${n}`, title: `Record ${n}`, bins: ['H'], plays: 1 })),
    );
    await identities.execute(catalog.db);
    await attempts.execute(catalog.db);
  }, 60_000);
  afterAll(async () => {
    await catalog?.close();
    await server?.stop();
  });

  it.each([
    ['search-library', '/api/v1/library?q=record', 'results', 'id'],
    ['list-rotation', '/api/v1/rotation', 'entries', 'library_id'],
    ['list-flowsheet', '/api/v1/flowsheet', 'entries', 'library_id'],
  ] as const)('is the same in what %s gives', async (operation, url, list, key) => {
    const response = await get(url);
    expectContract(operation, response);
    const rows = response.json()[list] as Record<string, unknown>[];
    expect(
      rows.toSorted((one, other) => Number(one[key]) - Number(other[key])).map(({ identity }) => identity),
    ).toEqual(expected);
  });

  it('is the same of the record by itself', async () => {
    for (const [n, identity] of expected.entries()) {
      const response = await get(`/api/v1/library/${n + 1}`);
      expectContract('get-library-record', response);
      expect(response.json().identity).toEqual(identity);
    }
  });

  it('is the same in the review queue', async () => {
    const { items } = await listReviewQueue(catalog.db, { limit: 100 });
    expect(items.length).toBeGreaterThan(1);
    for (const { library, identity } of items) expect(identity).toEqual(expected[library.id - 1]);
  });

  it.each(['resolved', 'compilation', 'unresolved', 'pending', 'error', 'never_asked'] as const)(
    'is %s where the search is told to look for that, and nowhere else',
    async (status) => {
      const { results } = (await get(`/api/v1/library?q=record&identity_status=${status}&sort=album`)).json();
      const ids = expected.flatMap((identity, n) => (identity.status === status ? [n + 1] : []));
      expect(results.map(({ id }: { id: number }) => id)).toEqual(ids);
      expect((await get(`/api/v1/library?q=status:${status}&sort=album`)).json().results).toEqual(results);
    },
  );

  it('is told in UTC, whatever zone it is written in', async () => {
    const shown = await catalog.db.transaction().execute(async (transaction) => {
      await sql`SELECT set_config('TimeZone', 'America/New_York', true)`.execute(transaction);
      await sql`UPDATE library_identity SET last_verified_at = '2026-11-01 12:00:00.25+00' WHERE library_id = 1`.execute(
        transaction,
      );
      return (
        await sql<{ shown: string }>`SELECT identity AS shown FROM library_shown WHERE library_id = 1`.execute(
          transaction,
        )
      ).rows[0]!.shown;
    });
    expect(JSON.parse(shown)[2]).toBe('2026-11-01T12:00:00.25+00:00');
  });

  it('has every id under the name of its column', async () => {
    const uuid = (n: number) => `00000000-0000-4000-8000-00000000000${n}`;
    const ids = {
      discogs_master_id: 1,
      discogs_release_id: 2,
      musicbrainz_release_group_mbid: uuid(3),
      musicbrainz_release_mbid: uuid(4),
      musicbrainz_recording_mbid: uuid(5),
      wikidata_qid: 'Q6',
      spotify_id: 'seven',
      apple_music_id: '8',
    } satisfies Record<IdentityColumn, unknown>;
    await catalog.db.updateTable('library_identity').set(ids).where('library_id', '=', 7).execute();
    const { identity } = (await get('/api/v1/library/7')).json();
    expect(identity.ids).toEqual({ ...ids, artist: known.ids.artist });
  });

  it('is what was written, whatever signs are in it', async () => {
    const odd = `"\\', |[{🎵`;
    await sql`UPDATE library_identity SET spotify_id = ${odd}, apple_music_id = ${`p${odd}`},
      artist_ids = jsonb_build_object(${odd}::text, ${odd}::text) WHERE library_id = 8`.execute(catalog.db);
    await sql`UPDATE library_attempt SET unresolved_reason = ${odd} WHERE library_id = 3`.execute(catalog.db);
    const { results } = (await get('/api/v1/library?q=record')).json();
    const of = (id: number) => results.find((row: { id: number }) => row.id === id).identity;
    expect(of(8).ids).toMatchObject({ spotify_id: odd, apple_music_id: `p${odd}`, artist: { [odd]: odd } });
    expect(of(3)).toMatchObject({ status: 'unresolved', unresolved_reason: odd });
  });
});

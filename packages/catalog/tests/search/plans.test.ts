import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { SearchRequest } from '../../src/search/search-request.ts';
import { explain, isOfIdentity, nodesOf, withoutIdentity } from './plan.ts';
import { addRows, dialects, openTestLibrary, type TestLibrary } from './test-library.ts';

const phases = ['words', 'guesses'] as const;
const requests: readonly SearchRequest[] = [
  { q: 'artist' },
  { q: 'artist 7 record' },
  { q: 'artsit 7' },
  { q: 'artist:artist title:record' },
  { q: '"record 12"', sort: 'plays' },
  { q: 'record', sort: 'artist' },
  { q: 'record year:1990..', filters: { genres: ['Rock'], missing: false } },
  { q: 'record', filters: { identityStatus: 'resolved', method: 'exact_match' } },
  { q: '', filters: { genres: ['Rock'] }, sort: 'album' },
];

describe.each(dialects)('plans on %s', (dialect) => {
  let library: TestLibrary;

  beforeAll(async () => {
    library = await openTestLibrary(dialect);
    await addRows(
      library.db,
      Array.from({ length: 4000 }, (_, n) => ({
        artist: `Artist ${n % 900}`,
        title: `Record ${n}`,
        genre: n % 9 === 0 ? 'Rock' : 'Jazz',
        year: 1950 + (n % 70),
        plays: n % 3,
        ...(n % 10 === 0 ? { aliases: [`Alias ${n}`], credits: [[`Guest ${n}`, `Tune ${n}`]] as const } : {}),
      })),
    );
    await sql`INSERT INTO library_identity (library_id, discogs_master_id, method, confidence, last_verified_at)
      SELECT id, id, 'exact_match', 1, now() FROM library WHERE id % 3 > 0`.execute(library.db);
    await sql`INSERT INTO library_attempt (library_id, pending_since) SELECT id, now() FROM library`.execute(
      library.db,
    );
    await sql`VACUUM ANALYZE`.execute(library.db);
  }, 120_000);
  afterAll(() => library?.close());

  it.each(phases.flatMap((phase) => requests.map((request) => [phase, request] as const)))(
    'are the same with the identity and without it, of %s for %j',
    async (phase, request) => {
      const joined = await explain(library.db, request, { phase, identity: true });
      const bare = await explain(library.db, request, { phase, identity: false });
      expect(nodesOf(joined).filter(isOfIdentity)).toHaveLength(1);
      expect(nodesOf(bare).filter(isOfIdentity)).toHaveLength(0);
      expect(withoutIdentity(joined)).toEqual(withoutIdentity(bare));
    },
  );

  it.each(phases.flatMap((phase) => requests.slice(0, 7).map((request) => [phase, request] as const)))(
    'read no table from end to end, of %s for %j',
    async (phase, request) => {
      const plan = await explain(library.db, request, { phase, identity: true, wholeTables: false });
      const read = nodesOf(plan).filter((node) => node['Node Type'] === 'Seq Scan');
      const large = ['library', 'artist', 'artist_alias', 'compilation_track_artist'];
      expect(read.map((node) => node['Relation Name']).filter((table) => large.includes(table!))).toEqual([]);
    },
  );
});

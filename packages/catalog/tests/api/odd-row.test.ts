import { startTestPostgres, type TestPostgres } from '@deadwax/platform/testing/embedded-postgres';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addRows } from '../search/test-library.ts';
import { expectContract } from './expect-contract.ts';
import { openTestCatalog, signIn, type TestCatalog } from './test-app.ts';

/** Whatever the tables take may stand in one of a page's rows. */
const oddities: readonly (readonly [what: string, change: string])[] = [
  ['a title of nothing', `UPDATE library SET album_title = '' WHERE id = 2`],
  [
    'a title of signs',
    `UPDATE library SET album_title = '!!! "' || chr(39) || chr(92) || chr(8238) || '?' WHERE id = 2`,
  ],
  ['a title as long as one may be', `UPDATE library SET album_title = repeat('🎵 ', 1000) WHERE id = 2`],
  ['no word in any column', `UPDATE library SET album_title = '…', label = '—', album_artist = '' WHERE id = 2`],
  [
    'an identity by a method and of a source of tomorrow',
    `INSERT INTO library_identity (library_id, artist_ids, method, confidence, agreement_sources, conflicts, last_verified_at)
      VALUES (2, '{"source_of_tomorrow": "x"}', 'method_of_tomorrow', 0, '', '[{}, null]', '0001-01-01')`,
  ],
  ['an identity of nothing', `UPDATE library_identity SET artist_ids = '{}', conflicts = '[]' WHERE library_id = 2`],
  [
    'a failure without a reason',
    'INSERT INTO library_attempt (library_id, failed_at, failures) VALUES (2, now(), 2147483647)',
  ],
  ['plays without end', 'UPDATE library SET plays = 2147483646 WHERE id = 2'],
  [
    'a rotation that ended before it began to be kept',
    `UPDATE rotation SET add_date = '0001-01-01' WHERE library_id = 2`,
  ],
];

describe.each(['pglite', 'postgres'] as const)('one odd row on %s', (dialect) => {
  let server: TestPostgres | null = null;
  let catalog: TestCatalog;

  beforeAll(async () => {
    server = dialect === 'postgres' ? await startTestPostgres() : null;
    catalog = await openTestCatalog(server ? { url: server.url } : { directory: null });
    await addRows(
      catalog.db,
      [1, 2, 3].map((n) => ({ artist: 'Stereolab', title: `Record ${n}`, bins: ['H'] })),
    );
  }, 60_000);
  afterAll(async () => {
    await catalog?.close();
    await server?.stop();
  });

  it.each(oddities)('does not keep a page from being shown: %s', async (_, change) => {
    await sql.raw(change).execute(catalog.db);
    for (const url of ['/api/v1/library?q=stereolab', '/api/v1/library?q=&rotation_bin=H&sort=plays']) {
      const response = await catalog.app.inject({ url, headers: await signIn('reader') });
      expectContract('search-library', response);
      const ids = response.json().results.map(({ id }: { id: number }) => id);
      expect(ids.toSorted()).toEqual([1, 2, 3]);
    }
  });
});

import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { importRows } from '../../src/library/import-rows.ts';
import { searchLibrary } from '../../src/search/search-library.ts';
import { dialects, openTestDatabase, type TestDatabase } from '../jobs/open-test-database.ts';
import { importRow } from '../library/import-row.ts';

/** No job has run: no plays were counted, no resolver was asked, no statistics were taken. */
describe.each(dialects)('records that were imported a moment ago, on %s', (dialect) => {
  let test: TestDatabase;

  beforeAll(async () => {
    test = await openTestDatabase(dialect);
    await test.db.transaction().execute((transaction) =>
      importRows(
        transaction,
        test.queue,
        ['Dots and Loops', 'Emperor Tomato Ketchup'].map((albumTitle, place) =>
          importRow({ ownId: String(place), artistName: 'Stereolab', albumTitle, label: 'Duophonic' }, place),
        ),
      ),
    );
  }, 60_000);
  afterAll(() => test?.close());

  it.each([
    ['artist', 'stereolab', 2],
    ['title', 'tomato', 1],
    ['label', 'label:duophonic', 2],
    ['a slip in the artist', 'stereolb', 2],
    ['a whole title', 'title:"Dots and Loops"', 1],
    ['sort by plays', 'ketchup', 1],
  ] as const)('are found by %s', async (_, q, count) => {
    const { results, total } = await searchLibrary(test.db, { q });
    expect([results.length, total]).toEqual([count, count]);
  });

  it('are shown as never asked about, with no plays', async () => {
    const { results } = await searchLibrary(test.db, { q: 'stereolab' });
    expect(results.map(({ plays, identity }) => [plays, identity.status])).toEqual([
      [0, 'never_asked'],
      [0, 'never_asked'],
    ]);
  });

  it('are found under the new name of their artist at once', async () => {
    await sql`UPDATE artist SET artist_name = 'McCarthy'`.execute(test.db);
    expect((await searchLibrary(test.db, { q: 'mccarthy' })).total).toBe(2);
    expect((await searchLibrary(test.db, { q: 'artist:stereolab' })).results).toEqual([]);
  });
});

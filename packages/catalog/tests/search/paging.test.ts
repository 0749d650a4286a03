import fc from 'fast-check';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SearchCursorError } from '../../src/search/cursor.ts';
import { searchLibrary } from '../../src/search/search-library.ts';
import { type SearchRequest, searchSorts } from '../../src/search/search-request.ts';
import { addRows, dialects, openTestLibrary, type TestLibrary } from './test-library.ts';

describe.each(dialects)('pages on %s', (dialect) => {
  let library: TestLibrary;

  beforeAll(async () => {
    library = await openTestLibrary(dialect);
    const artists = ['Night', 'Nights', 'The Night', 'Ñight', 'Owl', 'Qxz'];
    await addRows(
      library.db,
      Array.from({ length: 90 }, (_, n) => ({
        artist: artists[n % artists.length]!,
        title: n % 4 === 0 ? 'Same Title' : `Night ${n % 20}`,
        genre: n % 2 === 0 ? 'Rock' : 'Jazz',
        plays: n % 5,
        added: `20${10 + (n % 10)}-01-01T00:00:00.000${n % 7}00Z`,
        ...(n === 5 ? { aliases: ['Night', 'nigt'] } : {}),
        ...(n % 9 === 0 ? { credits: [['Guest Star', `Tune ${n}`]] as const } : {}),
      })),
    );
  }, 60_000);
  afterAll(() => library?.close());

  async function walk(request: SearchRequest, between: () => Promise<unknown> = async () => undefined) {
    const ids: number[] = [];
    const totals = new Set<number>();
    let cursor: string | undefined;
    do {
      const page = await searchLibrary(library.db, { ...request, cursor });
      ids.push(...page.results.map(({ id }) => id));
      totals.add(page.total);
      cursor = page.next_cursor ?? undefined;
      await between();
    } while (cursor !== undefined);
    return { ids, totals: [...totals] };
  }

  it('show each row once, in the order of one large page, whatever the query, sort, order and size', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(
          'night',
          'nigt',
          'guest star',
          'genre:rock',
          '-jazz',
          'title:same',
          'night OR owl',
          'nigth same titel',
        ),
        fc.constantFrom(...searchSorts),
        fc.constantFrom('asc', 'desc', undefined),
        fc.integer({ min: 1, max: 40 }),
        async (q, sort, order, limit) => {
          const whole = await searchLibrary(library.db, { q, sort, order, limit: 100 });
          const { ids, totals } = await walk({ q, sort, order, limit });
          expect(ids).toEqual(whole.results.map(({ id }) => id));
          expect(new Set(ids).size).toBe(ids.length);
          expect(totals).toEqual([whole.total]);
          expect(whole.total).toBe(ids.length);
        },
      ),
      { numRuns: 40 },
    );
  });

  it.each(searchSorts)(
    'by %s are the other way round in the other order, but for other names, which stay last',
    async (sort) => {
      const read = async (order: 'asc' | 'desc') =>
        (await searchLibrary(library.db, { q: 'genre:jazz', sort, order, limit: 100 })).results.map(({ id }) => id);
      expect(await read('asc')).toEqual((await read('desc')).toReversed());
    },
  );

  it.each<SearchRequest>([
    { q: '-jazz' },
    { q: '-method:exact_match' },
    { q: '-status:resolved genre:rock' },
    { q: 'genre:rock' },
    { q: '', filters: { genres: ['Jazz'] } },
  ])('of what ranks nothing come as each row scores by its plays: %j', async (request) => {
    await sql`INSERT INTO library_identity (library_id, method, confidence, last_verified_at)
      SELECT id, 'exact_match', 1, now() FROM library WHERE id % 3 = 0 ON CONFLICT DO NOTHING`.execute(library.db);
    const identified = sql`EXISTS (SELECT 1 FROM library_identity i WHERE i.library_id = l.id)`;
    const genre = (name: string) => sql`coalesce(g.name = ${name}, false)`;
    const wanted = request.q.startsWith('-') ? [sql`NOT ${identified}`] : [sql`true`];
    if (request.q === '-jazz') wanted[0] = sql`l.album_title NOT ILIKE '%jazz%'`;
    if (request.q.includes('genre:rock')) wanted.push(genre('Rock'));
    if (request.filters !== undefined) wanted.push(genre('Jazz'));
    const { rows } = await sql<{ id: number }>`
      SELECT l.id FROM library l LEFT JOIN genre g ON g.id = l.genre_id WHERE ${sql.join(wanted, sql` AND `)}
      ORDER BY (1 + ln(l.plays + 1)) DESC, l.id DESC`.execute(library.db);
    expect(rows.length).toBeGreaterThan(20);
    expect((await walk({ ...request, limit: 7 })).ids).toEqual(rows.map(({ id }) => id));
  });

  it('neither repeat nor miss a row when others are added meanwhile', async () => {
    const { ids: before } = await walk({ q: 'genre:rock', sort: 'album', limit: 100 });
    let added = 0;
    const { ids } = await walk({ q: 'genre:rock', sort: 'album', limit: 10 }, async () => {
      if (added < 6) await addRows(library.db, [{ artist: 'New', title: added % 2 ? 'Aaa' : 'Zzz', genre: 'Rock' }]);
      added += 1;
    });
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.filter((id) => before.includes(id))).toEqual(before);
  });

  it('refuse the cursor of another search, and what is none', async () => {
    const { next_cursor } = await searchLibrary(library.db, { q: 'night', limit: 5 });
    const ask = (request: SearchRequest) => searchLibrary(library.db, { limit: 5, cursor: next_cursor!, ...request });
    await expect(ask({ q: 'night  ' })).resolves.toBeDefined();
    for (const other of [
      { q: 'owl' },
      { q: 'night', sort: 'plays' as const },
      { q: 'night', order: 'asc' as const },
      { q: 'night', filters: { missing: false } },
    ])
      await expect(ask(other)).rejects.toMatchObject({ code: 'cursor_of_another_search' });
    for (const cursor of ['', 'x', '!!!', Buffer.from('[1,2]').toString('base64url'), `${next_cursor}x`.slice(5)]) {
      const refused = searchLibrary(library.db, { q: 'night', cursor });
      await expect(refused).rejects.toBeInstanceOf(SearchCursorError);
    }
  });
});

import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { searchLibrary } from '../../src/search/search-library.ts';
import { addRows, dialects, openTestLibrary, type TestLibrary } from './test-library.ts';

describe.each(dialects)('other names on %s', (dialect) => {
  let library: TestLibrary;
  const search = (q: string, sort: 'relevance' | 'artist' = 'relevance') => searchLibrary(library.db, { q, sort });

  beforeAll(async () => {
    library = await openTestLibrary(dialect);
    // Artists whose own names are like nothing that is asked for.
    const variants = [
      'Osees',
      'theeohsees',
      'stereolb',
      'Nilüfer Yanya',
      'Csillagrablók',
      'Hermanos Gutiérrez',
      'monolake',
      'William Parker',
    ];
    await addRows(library.db, [
      ...variants.map((variant, n) => ({ artist: `Zq${n}`, title: `Xv${n}`, aliases: [variant] })),
      { artist: 'Prince', title: 'Parade' },
      { artist: 'Qwz', title: 'Emancipation', aliases: ['Prince'], plays: 50 },
      { artist: 'Jjk', title: 'Kkl', aliases: ['Princes'], plays: 500 },
      { artist: 'Bbv', title: 'Unlabelled', alternate: 'The Artist' },
    ]);
  }, 60_000);
  afterAll(() => library?.close());

  it.each([
    ['oh sees', 'Osees'],
    ['Thee Oh Sees', 'theeohsees'],
    ['Stereolab', 'stereolb'],
    ['Nilufer Yanya', 'Nilüfer Yanya'],
    ['Csillagrablok', 'Csillagrablók'],
    ['Hermanos Gutierrez', 'Hermanos Gutiérrez'],
  ])('%s finds the artist who is also %s, and says so', async (q, variant) => {
    const { results, matched } = await search(q);
    expect(matched).toBe('alias');
    expect(results.map(({ matched_via_alias }) => matched_via_alias)).toContainEqual({
      matched_variant: variant,
      source: 'discogs',
    });
  });

  it.each([
    ['Monore', 'monolake'],
    ['William Monroe', 'William Parker'],
  ])('%s is not taken for %s', async (q) => {
    expect((await search(q)).results).toEqual([]);
  });

  it.each([
    ['Monore', 'monolake', 0.333],
    ['William Monroe', 'William Parker', 0.364],
    ['oh sees', 'Osees', 0.4],
    ['Thee Oh Sees', 'theeohsees', 0.412],
    ['Stereolab', 'stereolb', 0.583],
    ['Duke Ellington', 'Ellington Duke', 1],
  ])('measures %s and %s as the floor was set by: %d', async (one, other, similarity) => {
    const { rows } = await sql<{ alike: number }>`
      SELECT similarity(search_fold(${one}), search_fold(${other})) AS alike`.execute(library.db);
    expect(rows[0]!.alike).toBeCloseTo(similarity, 3);
  });

  it('lists an exact name among the real ones, and a similar one last, by relevance', async () => {
    const { results, matched } = await search('prince');
    expect(results.map(({ artist_name }) => artist_name)).toEqual(['Qwz', 'Prince', 'Jjk']);
    expect(results.map(({ matched_via_alias }) => matched_via_alias?.matched_variant ?? null)).toEqual([
      'Prince',
      null,
      'Princes',
    ]);
    expect(matched).toBe('text');
  });

  it('lists all of them last in another order', async () => {
    const names = (await search('prince', 'artist')).results.map(({ artist_name }) => artist_name);
    expect(names).toEqual(['Prince', 'Jjk', 'Qwz']);
  });

  it('finds rows without a label too, and by the name that the row itself gives', async () => {
    const [row] = (await search('the artist')).results;
    expect(row).toMatchObject({
      album_title: 'Unlabelled',
      matched_via_alias: { matched_variant: 'The Artist', source: 'library' },
    });
  });

  it('does not list a row twice that holds the words itself', async () => {
    await sql`INSERT INTO artist_alias (artist_id, source, variant, confidence)
      SELECT id, 'discogs', 'Prince', 1 FROM artist WHERE artist_name = 'Prince'`.execute(library.db);
    const { results, total } = await search('prince');
    expect(results.filter(({ artist_name }) => artist_name === 'Prince')).toMatchObject([{ matched_via_alias: null }]);
    expect(total).toBe(results.length);
  });
});

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { expectContract, expectProblem } from './expect-contract.ts';
import { openTestCatalog, signIn, type TestCatalog } from './test-app.ts';

let catalog: TestCatalog;

const search = async (query: Record<string, string> | [string, string][]) =>
  catalog.app.inject({ url: `/api/v1/library?${new URLSearchParams(query)}`, headers: await signIn('reader') });

beforeAll(async () => {
  catalog = await openTestCatalog();
  const rows = [
    { line: 1, artist_name: 'Stereolab', album_title: 'Dots and Loops', genre: 'Rock', format: 'CD', year: 1997 },
    { line: 2, artist_name: 'Stereolab', album_title: 'Dots and Loops', genre: 'Rock', format: 'LP', year: 1997 },
    { line: 3, artist_name: 'Nilüfer Yanya', album_title: 'Painless', genre: 'Rock', format: 'LP', year: 2022 },
    { line: 4, artist_name: '細野晴臣', album_title: 'Hosono House', genre: 'Asia', format: 'LP', year: 1973 },
  ];
  const url = '/api/v1/library/imports';
  await catalog.app.inject({ method: 'POST', url, headers: await signIn('admin'), payload: { rows } });
}, 60_000);

afterAll(() => catalog?.close());

describe('GET /api/v1/library', () => {
  it.each([
    ['words', { q: 'dots stereolab' }, 2, 'text'],
    ['accents left out', { q: 'nilufer' }, 1, 'text'],
    ['a slip', { q: 'sterolab' }, 2, 'fuzzy'],
    ['another script', { q: '細野晴臣' }, 1, 'text'],
    ['a field', { q: 'album:painless' }, 1, 'text'],
    ['years', { q: 'year:1970..1979' }, 1, 'text'],
    ['nothing at all', { q: '' }, 0, null],
    ['what is not there', { q: 'qwertyuiop' }, 0, null],
    ['a status', { q: 'status:never_asked yanya' }, 1, 'text'],
  ])('finds %s', async (_what, query, total, matched) => {
    const response = await search(query as Record<string, string>);
    expectContract('search-library', response);
    expect(response.json()).toMatchObject({ total, matched });
  });

  it('shows every record with its identity', async () => {
    const { results } = (await search({ q: 'painless' })).json();
    expect(results[0]).toMatchObject({
      artist_name: 'Nilüfer Yanya',
      identity: { status: 'never_asked', method: null },
    });
  });

  it('filters by any of several, and by a yes or no', async () => {
    expect(
      (
        await search([
          ['q', 'stereolab'],
          ['format', 'LP'],
          ['genre', 'rock'],
          ['genre', 'asia'],
        ])
      ).json().total,
    ).toBe(1);
    expect((await search({ missing: 'true' })).json().total).toBe(0);
    expect(
      (await search({ missing: 'false', sort: 'album' }))
        .json()
        .results.map((row: { album_title: string }) => row.album_title),
    ).toEqual(['Dots and Loops', 'Dots and Loops', 'Hosono House', 'Painless']);
  });

  it('goes on where a page ended, and refuses a cursor of another search', async () => {
    const first = (await search({ genre: 'Rock', sort: 'artist', limit: '2' })).json();
    expect([first.results.length, first.total]).toEqual([2, 3]);
    const next = (await search({ genre: 'Rock', sort: 'artist', limit: '2', cursor: first.next_cursor })).json();
    const ids = [...first.results, ...next.results].map((row: { id: number }) => row.id);
    expect([new Set(ids).size, next.next_cursor]).toEqual([3, null]);
    expectProblem(await search({ q: 'stereolab', cursor: first.next_cursor }), 422, 'invalid_input');
    expectProblem(await search({ q: 'stereolab', cursor: 'x' }), 422, 'invalid_input');
  });

  it('says how it read what it could not read as it was written', async () => {
    const { notices } = (await search({ q: '"dots and' })).json();
    expect(notices[0]).toMatchObject({ code: 'unclosed_quote' });
  });

  it.each([{ limit: '0' }, { limit: '101' }, { sort: 'colour' }, { rotation_bin: 'X' }, { page: '2' }])(
    'refuses %j',
    async (query) => {
      expectProblem(await search(query as unknown as Record<string, string>), 422, 'invalid_input');
    },
  );
});

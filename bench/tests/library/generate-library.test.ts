import { describe, expect, it } from 'vitest';
import { type GeneratedLibrary, generateLibrary } from '../../src/library/generate-library.ts';
import { drawQueries } from '../../src/search/queries.ts';

const sizes = { artists: 6000, rows: 16_000, compilations: 1600, credits: 20_000, plays: 0 };
const library = generateLibrary(sizes, 7);
const { artists, rows, credits, aliases } = library;

const repeated = (names: readonly string[]) => names.length - new Set(names).size;
const composed = (name: string) => name.normalize('NFC');
/** How many of the rows have a word. */
const share = (word: string) =>
  rows.filter((row) => ` ${row.artist_name} ${row.album_title} `.toLowerCase().includes(` ${word} `)).length /
  rows.length;

describe('the library of the benches', () => {
  it('is as large as it was asked to be, and the same for the same seed', () => {
    expect([rows.length, credits.length]).toEqual([sizes.rows, sizes.credits]);
    expect(artists.length).toBeGreaterThan(sizes.artists);
    expect(rows.filter(({ artist_name }) => /^(Various Artists|Soundtracks) - /.test(artist_name))).toHaveLength(1600);
    expect(generateLibrary(sizes, 7)).toEqual(library);
    expect(generateLibrary(sizes, 8)).not.toEqual(library);
  });

  it.each<[string, (from: GeneratedLibrary) => number, number]>([
    ['names with marks', () => artists.filter(({ name }) => /\p{M}/u.test(name.normalize('NFD'))).length, 100],
    ['names of another script', () => artists.filter(({ name }) => /\p{Script=Han}/u.test(name)).length, 20],
    [
      'the same name decomposed',
      () => repeated(artists.map(({ name }) => composed(name))) - repeated(artists.map(({ name }) => name)),
      5,
    ],
    ['homonyms', () => repeated(artists.map(({ name }) => name)), 40],
    ['a leading The', () => artists.filter(({ name }) => name.startsWith('The ')).length, 300],
    ['names of signs alone', () => artists.filter(({ name }) => !/[\p{L}\p{N}]/u.test(name)).length, 2],
    ['names of one word', () => artists.filter(({ name }) => !/\s/.test(name)).length, 400],
    ['self-titled records', () => rows.filter((row) => row.artist_name === row.album_title).length, 100],
    [
      'a record on two carriers',
      () => repeated(rows.map((row) => `${row.artist_id} ${row.code_number} ${row.album_title}`)),
      500,
    ],
    ['no volume letters', () => rows.filter((row) => row.code_volume_letters === null).length, 10_000],
    ['credits without a title', () => credits.filter((credit) => credit.track_title === null).length, 1000],
    ['credits without a position', () => credits.filter((credit) => credit.track_position === null).length, 10_000],
    ['positions as long as may be', () => credits.filter((credit) => credit.track_position?.length === 20).length, 50],
    ['other names', () => aliases.length, 1000],
  ])('has %s', (_what, count, least) => {
    expect(count(library)).toBeGreaterThanOrEqual(least);
  });

  it('has words of sense no commoner than real libraries have them, give or take', () => {
    expect(share('love')).toBeGreaterThan(0.005);
    for (const word of ['love', 'night', 'heart', 'black', 'moon']) expect(share(word)).toBeLessThan(0.03);
  });
});

it('queries are of every kind', () => {
  const kinds = new Map<string, number>();
  for (const { kind } of drawQueries(library, 2000, 7)) kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
  expect(kinds.size).toBe(17);
  for (const count of kinds.values()) expect(count).toBeGreaterThan(5);
});

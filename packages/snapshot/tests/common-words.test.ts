import { editDistance } from '@deadwax/linkage/compare/edit-distance';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import type { KeySearch } from '../src/index/key-search.ts';
import { searchKeys } from './write-keys.ts';

const count = <T>(length: number, make: (at: number) => T) => Array.from({ length }, (_, at) => make(at));
const syllable = (at: number) => `${'bdfgklmnprst'[at % 12]}${'aeiou'[(at * 7) % 5]}`;
const word = (at: number) => `${syllable(at)}${syllable(at >> 3)}${syllable(at >> 6)}${'nrslt'[at % 5]}`;
const firsts = count(5, (at) => ['john', 'maria', 'wilhelm', 'bob', 'dj'][at]!);
const lasts = count(2200, (at) => word(at * 3 + 1));
const bands = ['orchestra', 'quartet', 'trio', 'band'];

/** Twenty thousand keys in which every first word and every band is in thousands, too many to be read one by one. */
const listed = [
  ...firsts.flatMap((first) => lasts.map((last) => `${first} ${last}`)),
  ...firsts.flatMap((first) =>
    lasts.flatMap((last, at) => (at % 3 === 0 ? bands.map((band) => `${first} ${last} ${band}`) : [])),
  ),
  ...firsts.flatMap((first) => bands.flatMap((band) => [`${first} ${band}`, `${band} ${first}`, `${first}s ${band}`])),
  ...firsts,
  ...bands,
];

let keys: KeySearch;
let all: string[];

beforeAll(async () => {
  ({ keys, all } = await searchKeys(listed));
});

/** Fewest edits, two at most, between a typed key and any in the list but itself. */
function nearest(typed: string): number {
  let least = 3;
  for (const each of all) if (each !== typed) least = Math.min(least, editDistance(typed, each, 2));
  return least;
}

const slips = fc.array(fc.tuple(fc.nat({ max: 30 }), fc.constantFrom('drop', 'x', 'double')), {
  minLength: 1,
  maxLength: 2,
});
function mistype(text: string, edits: readonly (readonly [number, string])[]): string {
  return edits.reduce((typed, [at, kind]) => {
    const place = at % typed.length;
    const letter = typed.charAt(place);
    if (letter === ' ') return typed;
    const put = kind === 'drop' ? '' : kind === 'x' ? 'x' : letter + letter;
    return typed.slice(0, place) + put + typed.slice(place + 1);
  }, text);
}

describe('among words that thousands of keys have', () => {
  it('the nearest key comes first, as a search of every key finds it', () => {
    expect(all.length).toBeGreaterThan(20_000);
    expect(Math.max(...firsts.map((first) => keys.frequencyOf(first)))).toBeGreaterThan(3_000);
    fc.assert(
      fc.property(fc.nat({ max: all.length - 1 }), slips, (at, edits) => {
        const meant = all[at]!;
        const typed = mistype(meant, edits);
        fc.pre(typed.length >= 7 && typed === typed.trim() && keys.find(typed) < 0);
        const [first] = keys.findSimilar(typed, 60);
        expect(first).toBeDefined();
        expect(editDistance(typed, all[first!]!, 2)).toBe(nearest(typed));
      }),
      { numRuns: 250, seed: 3 },
    );
  });

  it('those of the same words in another order come first', () => {
    for (const first of ['john', 'maria', 'wilhelm'])
      for (const at of [0, 3, 600, 1500]) {
        const [found] = keys.findSimilar(`${lasts[at]} ${first}`, 60);
        expect(all[found!]).toBe(`${first} ${lasts[at]}`);
      }
  });

  it('those that have a word more come, where only common words are left', () => {
    for (const band of bands) {
      const found = keys.findSimilar(`john ${band}`, 60).map((place) => all[place]!);
      expect(found.filter((each) => each.startsWith('john ') && each.endsWith(` ${band}`)).length).toBeGreaterThan(20);
    }
  });

  it('one of them alone, mistyped, is found as a key', () => {
    const pairs = { orchestar: 'orchestra', quatet: 'quartet', marai: 'maria', jhon: 'john', willhelmm: 'wilhelm' };
    for (const [typed, meant] of Object.entries(pairs)) expect(all[keys.findSimilar(typed, 60)[0]!]).toBe(meant);
  });
});

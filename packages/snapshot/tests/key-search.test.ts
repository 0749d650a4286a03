import { join } from 'node:path';
import { editDistance } from '@deadwax/linkage/compare/edit-distance';
import { artistKey } from '@deadwax/linkage/normalise/keys';
import { looseKey } from '@deadwax/linkage/normalise/loose-key';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { editsAllowed } from '../src/index/deletions.ts';
import { openIndexFile } from '../src/index/index-file.ts';
import type { KeySearch } from '../src/index/key-search.ts';
import { MatchIndex } from '../src/index/match-index.ts';
import { buildFromRows } from './build-csv.ts';

const starts = ['stereo', 'broad', 'silver', 'black', 'moon', 'ghost', 'paper', 'iron', 'дом', '細野'];
const ends = ['lab', 'cast', 'moth', 'orchestra', 'nilsson', 'tigers', 'a', 'of', 'бах', '晴臣'];
/** Four hundred names, of which many differ by a letter or a word. */
const names = starts.flatMap((start, one) =>
  ends.flatMap((end, other) => [
    `${start}${end}`,
    `${start} ${end}`,
    `${end} ${start} ${ends[(one + other) % ends.length]}`,
    `${start.slice(1)}${end} ${one}`,
  ]),
);

let keys: KeySearch;
let all: string[];

beforeAll(async () => {
  const { out } = await buildFromRows(names.map((name, place) => `a${place},artist,${name},,,,,,,,`));
  keys = new MatchIndex(openIndexFile(join(out, 'match.index'))).artistKeys;
  all = Array.from({ length: keys.length }, (_, place) => keys.text(place));
});

/** Whether two keys have a word in common, slips aside: what the index promises to find, told without an index. */
function sharesWord(a: string, b: string): boolean {
  return a.split(' ').some((word) =>
    b.split(' ').some((other) => {
      const allowed = editsAllowed(Math.max(word.length, other.length));
      return word === other || (allowed > 0 && editDistance(word, other, allowed) <= allowed);
    }),
  );
}

/** A name of the list, with a letter or two changed, dropped, doubled or swapped. */
const misspelt = fc
  .tuple(
    fc.constantFrom(...names.map(artistKey).filter((key) => key !== '')),
    fc.array(fc.tuple(fc.nat({ max: 30 }), fc.constantFrom('drop', 'double', 'swap', 'x')), { maxLength: 2 }),
  )
  .map(([key, slips]) =>
    slips.reduce((text, [at, slip]) => {
      const place = at % text.length;
      const [before, letter, after] = [text.slice(0, place), text.charAt(place), text.slice(place + 1)];
      if (slip === 'drop') return before + after || text;
      if (slip === 'double') return before + letter + letter + after;
      if (slip === 'swap') return before + after.charAt(0) + letter + after.slice(1);
      return `${before}x${after}`;
    }, key),
  );

describe('keys that are like a key', () => {
  it('are all that a search of every key finds, and are in the list', () => {
    expect(all.length).toBeGreaterThan(300);
    fc.assert(
      fc.property(misspelt, (key) => {
        const found = new Set(keys.findSimilar(key, all.length));
        const missed = all.filter((each, place) => sharesWord(key, each) && !found.has(place));
        expect(missed).toEqual([]);
        expect([...found].every((place) => place >= 0 && place < all.length)).toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  it('are the same where spaces and scripts are left out, exactly', () => {
    fc.assert(
      fc.property(misspelt, (key) => {
        const same = all.flatMap((each, place) => (looseKey(each) === looseKey(key) ? [place] : []));
        expect(keys.findLoose(key)).toEqual(same);
      }),
      { numRuns: 300 },
    );
  });

  it('come in the same order every time, as many as are asked for', () => {
    for (const key of all) {
      const found = keys.findSimilar(key, 5);
      expect(found).toEqual(keys.findSimilar(key, 5));
      expect(found.length).toBeLessThanOrEqual(5);
      expect(found).toEqual(keys.findSimilar(key, all.length).slice(0, found.length));
    }
  });

  it('are found by their very text, and nothing else is', () => {
    for (const [place, key] of all.entries()) expect(keys.find(key)).toBe(place);
    expect([keys.find(''), keys.find('nobody at all')]).toEqual([-1, -1]);
  });

  it('hold each word as often as the list does', () => {
    for (const word of ['stereo', 'moth', 'nobody'])
      expect(keys.frequencyOf(word)).toBe(all.filter((key) => key.split(' ').includes(word)).length);
  });
});

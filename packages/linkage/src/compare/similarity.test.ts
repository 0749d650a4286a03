import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyName } from '../normalise/arbitrary-name.ts';
import { editSimilarity, similarity, wordSimilarity } from './similarity.ts';

describe('editSimilarity', () => {
  it.each([
    ['stereolab', 'stereolab', 1],
    ['wand', 'wanda', 4 / 5],
    ['stereolba', 'stereolab', 8 / 9],
    ['low', 'can', 0],
    ['', 'can', 0],
    ['', '', 1],
    ['a'.repeat(1024), 'b'.repeat(1024), 0],
  ])('of %j and %j', (a, b, share) => {
    expect(editSimilarity(a, b)).toBeCloseTo(share, 12);
  });
});

describe('wordSimilarity', () => {
  it.each([
    ['the order does not count', 'bill orcutt', 'orcutt bill', 1],
    ['a word too many counts', 'fela kuti', 'fela anikulapo kuti', (8 + 8) / (8 + 17)],
    ['a title in a longer one is not like it', 'love', 'love and other songs', (4 + 4) / (4 + 17)],
    ['a word with a slip counts for what is left', 'stereolab', 'stereolba', 8 / 9],
    ['a quarter of a word may be wrong', 'smog', 'snog', 3 / 4],
    ['of three letters none', 'can', 'ran', 0],
    ['each word serves once', 'the the', 'the', (3 + 3) / (6 + 3)],
    ['nothing in common', 'autechre', 'broadcast', 0],
    ['nothing at all', '', '', 1],
  ])('%s: %j and %j', (_why, a, b, share) => {
    expect(wordSimilarity(a, b)).toBeCloseTo(share, 12);
  });
});

describe('similarity', () => {
  it.each([
    ['by words', 'bill orcutt', 'orcutt bill', 1],
    ['by letters', 'blackbird', 'black bird', 9 / 10],
    ['by neither', 'low', 'can', 0],
  ])('takes the better view: %s', (_view, a, b, share) => {
    expect(similarity(a, b)).toBeCloseTo(share, 12);
  });
});

// Each word is like one spelling of itself and no other word.
const spellings = [
  ['stereolab', 'stereolba'],
  ['hermanos', 'ermanos'],
  ['gutierrez', 'gutierez'],
  ['broadcast', 'broadcsat'],
  ['nilufer', 'nilufar'],
  ['orcutt', 'orcut'],
  ['kraftwerk', 'kraftwork'],
] as const;
const name = fc
  .shuffledSubarray([...spellings], { minLength: 1 })
  .chain((words) =>
    fc.tuple(...words.map((word) => fc.constantFrom<string>(...word))).map((chosen) => chosen.join(' ')),
  );

it('stays between nothing and all, and is all for equal texts', () => {
  fc.assert(
    fc.property(fc.oneof(name, anyName), fc.oneof(name, anyName), (a, b) => {
      for (const share of [editSimilarity(a, b), wordSimilarity(a, b), similarity(a, b)]) {
        expect(share).toBeGreaterThanOrEqual(0);
        expect(share).toBeLessThanOrEqual(1);
      }
      expect([editSimilarity(a, a), wordSimilarity(a, a), similarity(a, a)]).toEqual([1, 1, 1]);
    }),
  );
});

it('is the same both ways', () => {
  fc.assert(
    fc.property(anyName, anyName, (a, b) => {
      expect(editSimilarity(b, a)).toBe(editSimilarity(a, b));
    }),
  );
  fc.assert(
    fc.property(name, name, (a, b) => {
      expect(wordSimilarity(b, a)).toBeCloseTo(wordSimilarity(a, b), 12);
      expect(similarity(b, a)).toBeCloseTo(similarity(a, b), 12);
    }),
  );
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyName } from '../normalise/arbitrary-name.ts';
import { editDistance } from './edit-distance.ts';

/** The textbook table for optimal string alignment, without limit, short cuts or shared memory. */
function alignment(a: string, b: string): number {
  const table = Array.from({ length: a.length + 1 }, (_, i) =>
    Array.from({ length: b.length + 1 }, (_, j) => (i === 0 ? j : i)),
  );
  const at = (i: number, j: number) => table[i]?.[j] ?? Number.NaN;
  for (let i = 1; i <= a.length; i += 1) {
    for (let j = 1; j <= b.length; j += 1) {
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      (table[i] as number[])[j] = Math.min(
        at(i - 1, j) + 1,
        at(i, j - 1) + 1,
        at(i - 1, j - 1) + (a[i - 1] === b[j - 1] ? 0 : 1),
        swapped ? at(i - 2, j - 2) + 1 : Number.POSITIVE_INFINITY,
      );
    }
  }
  return at(a.length, b.length);
}

describe('editDistance', () => {
  it.each([
    ['nothing to do', 'stereolab', 'stereolab', 0],
    ['an insertion', 'wand', 'wanda', 1],
    ['a replacement', 'marc almond', 'mark almond', 1],
    ['neighbours swapped', 'stereolba', 'stereolab', 1],
    ['neighbours swapped at the start', 'vairous artists', 'various artists', 1],
    ['two slips', 'godspeed you black emporer', 'godspeed you black emperor', 2],
    ['a doubled letter less, another more', 'csilagrabloks', 'csillagrablok', 2],
    ['swapped neighbours that would be edited again', 'ca', 'abc', 3],
    ['all of a name', '', 'smog', 4],
    ['one ideograph', '細野晴巨', '細野晴臣', 1],
    ['half a picture, in UTF-16', '👩', '👨', 1],
  ])('counts %s', (_what, a, b, edits) => {
    expect(editDistance(a, b, 9)).toBe(edits);
  });

  it.each([
    ['aphex twin', 'autechre', 2, 3],
    ['smog', '', 2, 3],
    ['low', 'love', 0, 1],
    ['low', 'low', 0, 0],
    ['wand', 'wanda', 1, 1],
    ['can', 'cannibal ox', 7, 8],
    ['can', 'cannibal ox', 8, 8],
  ])('of %j and %j gives up past %d', (a, b, limit, edits) => {
    expect(editDistance(a, b, limit)).toBe(edits);
  });
});

// Few letters make repeats and swaps likely.
const dense = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 10 });

it('agrees with the table, up to the limit', () => {
  fc.assert(
    fc.property(fc.oneof(dense, anyName), fc.oneof(dense, anyName), fc.nat(12), (a, b, limit) => {
      expect(editDistance(a, b, limit)).toBe(Math.min(alignment(a, b), limit + 1));
    }),
    { numRuns: 3_000 },
  );
});

it('is the same both ways, and nought for equal texts only', () => {
  fc.assert(
    fc.property(dense, dense, fc.nat(12), (a, b, limit) => {
      const edits = editDistance(a, b, limit);
      expect(editDistance(b, a, limit)).toBe(edits);
      expect(edits === 0).toBe(a === b);
      expect(editDistance(a, a, limit)).toBe(0);
    }),
  );
});

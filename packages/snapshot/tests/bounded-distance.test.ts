import { editDistance } from '@deadwax/linkage/compare/edit-distance';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { distanceWithin } from '../src/index/bounded-distance.ts';
import { decodePoints, letterSet, mayBeWithin } from '../src/index/code-points.ts';
import { countEdits } from './key-oracle.ts';

const letter = fc.constantFrom(...'aabbcd ж野', '𝄞');
const text = fc.string({ unit: letter, maxLength: 14 });
const edit = fc.tuple(fc.nat({ max: 14 }), letter, fc.constantFrom('drop', 'add', 'change', 'swap'));
/** Two texts a few edits apart. */
const pair = fc.tuple(text, fc.array(edit, { maxLength: 4 })).map(([a, edits]) => {
  const b = edits.reduce(
    (letters, [at, other, kind]) => {
      if (kind === 'drop') return letters.toSpliced(at, 1);
      if (kind === 'add') return letters.toSpliced(at, 0, other);
      if (kind === 'change') return letters.toSpliced(at, 1, other);
      return letters.toSpliced(at, 2, ...letters.slice(at, at + 2).reverse());
    },
    [...a],
  );
  return [a, b.join('')] as const;
});

function pointsOf(given: string) {
  const bytes = new TextEncoder().encode(given);
  const points = new Uint32Array(bytes.length);
  return { points, start: 0, end: decodePoints(bytes, 0, bytes.length, points) };
}

describe('edits in letters', () => {
  it('are those of the whole alignment, up to the limit', () => {
    fc.assert(
      fc.property(fc.oneof(pair, fc.tuple(text, text)), fc.constantFrom(0, 1, 2), ([a, b], limit) => {
        const expected = Math.min(countEdits(a, b), limit + 1);
        expect(distanceWithin(pointsOf(a), pointsOf(b), limit)).toBe(expected);
        expect(distanceWithin(pointsOf(b), pointsOf(a), limit)).toBe(expected);
      }),
      { numRuns: 5_000 },
    );
  });

  it('are what the comparison of keys counts, where a letter is one unit', () => {
    const ascii = fc.tuple(fc.string({ unit: letter, maxLength: 30 }), fc.string({ unit: letter, maxLength: 30 }));
    fc.assert(
      fc.property(fc.oneof(pair, ascii), ([a, b]) => {
        fc.pre(!`${a}${b}`.includes('𝄞'));
        expect(distanceWithin(pointsOf(a), pointsOf(b), 2)).toBe(editDistance(a, b, 2));
      }),
      { numRuns: 2_000 },
    );
  });

  it('are more than either text has letters that the other lacks', () => {
    fc.assert(
      fc.property(pair, ([a, b]) => {
        const [one, other] = [pointsOf(a), pointsOf(b)];
        const letters = (given: typeof one) => letterSet(given.points, given.end);
        expect(mayBeWithin(letters(one), letters(other), countEdits(a, b))).toBe(true);
      }),
      { numRuns: 2_000 },
    );
    const apart = [pointsOf('nirvana'), pointsOf('quicksand')].map(({ points, end }) => letterSet(points, end));
    expect(mayBeWithin(apart[0]!, apart[1]!, 2)).toBe(false);
  });
});

it('reads what the encoder writes', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (given) => {
      const { points, end } = pointsOf(given);
      expect(String.fromCodePoint(...points.subarray(0, end))).toBe(given);
    }),
  );
});

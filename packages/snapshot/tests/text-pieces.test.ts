import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { editsOf, type Filing, keyFiling, wordFiling } from '../src/index/filings.ts';
import { hashListed, hashTyped, MOST_HASHES } from '../src/index/text-pieces.ts';
import { countEdits } from './key-oracle.ts';

const letter = fc.constantFrom(...'aabbcd ж野', '𝄞');
const varied = fc.constantFrom(...'abcdefghijklmnopqrstuvwxyz ж野𝄞');
/** Of few letters, so that parts are like each other, and of many, so that they are not. */
const text = fc.oneof(
  fc.string({ unit: letter, minLength: 1, maxLength: 40 }),
  fc.string({ unit: varied, minLength: 1, maxLength: 40 }),
);
const edit = fc.tuple(fc.nat({ max: 40 }), varied, fc.constantFrom('drop', 'add', 'change', 'swap'));

function mistype(listed: string, edits: readonly (readonly [number, string, string])[]): string {
  return edits
    .reduce(
      (letters, [place, other, kind]) => {
        const at = place % (letters.length + 1);
        if (kind === 'drop') return letters.toSpliced(at, 1);
        if (kind === 'swap') return letters.toSpliced(at, 2, ...letters.slice(at, at + 2).reverse());
        return letters.toSpliced(at, kind === 'add' ? 0 : 1, other);
      },
      [...listed],
    )
    .join('');
}

const pointsOf = (given: string) => Uint32Array.from([...given], (each) => each.codePointAt(0)!);

function listedHashes(listed: string, filing: Filing): Set<number> {
  const into = new Uint32Array(MOST_HASHES);
  const points = pointsOf(listed);
  return new Set(into.subarray(0, hashListed(points, [0, points.length], filing, into)));
}

function typedHashes(typed: string, filing: Filing, edits: 1 | 2): number[] {
  const into = new Uint32Array(MOST_HASHES);
  const points = pointsOf(typed);
  return [...into.subarray(0, hashTyped(points, [0, points.length], { filing, edits }, into))];
}

describe('the pieces that a text is filed under', () => {
  for (const [name, filing] of Object.entries({ keyFiling, wordFiling })) {
    it(`have one among those of every typed text within the edits that ${name} stands for`, () => {
      fc.assert(
        fc.property(text, fc.array(edit, { minLength: 0, maxLength: 2 }), (listed, slips) => {
          const typed = mistype(listed, slips);
          const edits = countEdits(listed, typed);
          const allowed = editsOf(filing, [...listed].length);
          fc.pre(typed !== '' && allowed > 0 && edits <= allowed);
          const shared = listedHashes(listed, filing);
          const looked = typedHashes(typed, filing, 1);
          if (edits === 2) looked.push(...typedHashes(typed, filing, 2));
          expect(looked.some((hash) => shared.has(hash))).toBe(true);
        }),
        { numRuns: 20_000 },
      );
    });

    it(`are for ${name} no more than there is room for, and few of another text's`, () => {
      for (let length = 0; length < 60; length += 1) {
        const [one, other] = [97, 110].map((first) =>
          Array.from({ length }, (_, at) => String.fromCodePoint(first + ((at * at + length) % 13))).join(''),
        ) as [string, string];
        const listed = listedHashes(one, filing);
        expect(listed.size).toBeLessThan(16);
        for (const edits of [1, 2] as const) {
          expect(typedHashes(one, filing, edits).length).toBeLessThan(MOST_HASHES);
          if (length > 1) expect(typedHashes(other, filing, edits).filter((hash) => listed.has(hash))).toEqual([]);
        }
      }
    });
  }

  it('are none of a text too short or too long', () => {
    for (const listed of ['', 'a', 'x'.repeat(1001)])
      for (const filing of [keyFiling, wordFiling]) expect(listedHashes(listed, filing).size).toBe(0);
    expect(typedHashes('x'.repeat(1003), keyFiling, 2)).toEqual([]);
    expect([3, 4, 6, 7, 1000, 1001].map((length) => editsOf(keyFiling, length))).toEqual([0, 1, 1, 2, 2, 0]);
    expect([1, 2, 11].map((length) => editsOf(wordFiling, length))).toEqual([0, 1, 1]);
  });
});

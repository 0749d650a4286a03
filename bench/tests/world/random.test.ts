import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mbGid } from '../../src/world/model/ids.ts';
import { createPermutation } from '../../src/world/permutation.ts';
import { mix, Random } from '../../src/world/random.ts';

describe('Random', () => {
  it('draws the same numbers from the same seed', () => {
    const draws = (seed: number) =>
      Array.from(
        { length: 5 },
        (
          (random) => () =>
            random.next()
        )(new Random(seed)),
      );
    expect(draws(7)).toEqual(draws(7));
    expect(draws(7)).not.toEqual(draws(8));
  });

  it('draws ranks by Zipf: each as often as one over its place', () => {
    const random = new Random(1);
    const counts = Array<number>(100).fill(0);
    for (let k = 0; k < 100_000; k += 1) counts[random.zipf(100)]! += 1;
    expect(counts[0]! / counts[1]!).toBeGreaterThan(1.5);
    expect(counts[0]! / counts[9]!).toBeGreaterThan(6);
    expect(counts[99]).toBeGreaterThan(0);
  });

  it('stays within its bounds', () => {
    fc.assert(
      fc.property(fc.integer(), fc.integer({ min: 1, max: 1000 }), (seed, size) => {
        const random = new Random(seed);
        for (const rank of [random.below(size), random.zipf(size)]) {
          if (!Number.isInteger(rank) || rank < 0 || rank >= size) return false;
        }
        return true;
      }),
    );
  });
});

describe('mix', () => {
  it('gives different indexes different seeds', () => {
    const seen = new Set(Array.from({ length: 200_000 }, (_, index) => mix(3, 5, index)));
    expect(seen.size).toBe(200_000);
  });
});

describe('mbGid', () => {
  it('looks like a random UUID and tells entities apart', () => {
    const gids = new Set(Array.from({ length: 50_000 }, (_, index) => mbGid(1, 'artist', index)));
    expect(gids.size).toBe(50_000);
    for (const gid of gids)
      expect(gid).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  });
});

describe('createPermutation', () => {
  it('is a shuffle that can be undone', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 3000 }), fc.integer({ min: 0, max: 2 ** 32 - 1 }), (size, seed) => {
        const { at, indexOf } = createPermutation(size, seed);
        const seen = new Set<number>();
        for (let index = 0; index < size; index += 1) {
          seen.add(at(index));
          if (indexOf(at(index)) !== index) return false;
        }
        return seen.size === size && Math.max(...seen) === size - 1;
      }),
      { numRuns: 30 },
    );
  });

  it('can be undone at the scale of Discogs', () => {
    const { at, indexOf } = createPermutation(30_000_001, 0xfffffffe);
    for (const index of [0, 1, 12_345_678, 30_000_000]) expect(indexOf(at(index))).toBe(index);
  });
});

import { describe, expect, it } from 'vitest';
import model from '../model.json' with { type: 'json' };
import { type Comparison, lengthClass, log2, ratesOf, weigh, weighEqual } from './weights.ts';

const comparisons = Object.keys(model.comparisons) as Comparison[];
const levelsOf = (comparison: Comparison) => Object.keys(model.comparisons[comparison]);

describe('log2', () => {
  it.each([
    [1, 0],
    [8, 3],
    [1 / 4, -2],
    [3, 1.585],
  ])('of %d is %d bits, to three places', (value, bits) => {
    expect(log2(value)).toBe(bits);
  });
});

describe('lengthClass', () => {
  it.each([
    [0, 0],
    [3, 0],
    [4, 1],
    [5, 1],
    [6, 2],
    [9, 2],
    [10, 3],
    [14, 3],
    [15, 4],
    [60, 4],
  ])('of %d letters is %d', (length, place) => {
    expect(lengthClass(length)).toBe(place);
  });
});

describe('weigh', () => {
  it('takes the share of true pairs over that of chance pairs', () => {
    const { m, u } = model.comparisons.barcode.same;
    expect(weigh('barcode', 'same')).toEqual({ comparison: 'barcode', level: 'same', weight: log2(m / u) });
  });

  it.each([
    [3, 0],
    [5, 1],
    [9, 2],
    [14, 3],
    [15, 4],
  ])('takes the share of chance pairs of %d letters', (length, place) => {
    const { m, u } = model.comparisons.title.near;
    expect(weigh('title', 'near', length).weight).toBe(log2(m / (u[place] as number)));
  });

  it('gives a level never seen in true pairs very little', () => {
    expect(weigh('title', 'unheard_of').weight).toBe(log2(1e-6 / 1e-3));
  });

  it('takes chance for certain where the model has no share of it', () => {
    expect(weigh('artist', 'exact').weight).toBe(log2(model.comparisons.artist.exact.m));
  });

  it.each<[Comparison, string, string]>([
    ['catalog_number', 'same', 'different'],
    ['barcode', 'same', 'different'],
    ['label', 'same', 'different'],
    ['format', 'same', 'different'],
    ['qualifier', 'same', 'different'],
    ['version', 'same', 'different'],
    ['year', 'same', 'earlier'],
  ])('counts an equal %s for a pair, another against it', (comparison, equal, other) => {
    expect(weigh(comparison, equal).weight).toBeGreaterThan(0);
    expect(weigh(comparison, other).weight).toBeLessThan(0);
  });

  it.each(comparisons.filter((comparison) => levelsOf(comparison).includes('unknown')))(
    'counts nothing where the %s is unknown',
    (comparison) => {
      expect(weigh(comparison, 'unknown').weight).toBe(0);
    },
  );
});

describe('weighEqual', () => {
  it('is worth more the fewer bear the name', () => {
    const { m } = model.comparisons.title.exact;
    expect(weighEqual('title', 'exact', 1 / 1024).weight).toBe(log2(m * 1024));
    expect(weighEqual('title', 'exact', 1 / 4).weight).toBe(log2(m * 4));
  });

  it('holds no name for rarer than one in a thousand million', () => {
    const rarest = weighEqual('artist', 'exact', 1e-9);
    expect(weighEqual('artist', 'exact', 0)).toEqual(rarest);
    expect(weighEqual('artist', 'exact', 1e-12)).toEqual(rarest);
  });
});

describe('the rates of the model', () => {
  const rates = comparisons.flatMap((comparison) =>
    levelsOf(comparison).map((level) => [comparison, level, ratesOf(comparison, level)] as const),
  );

  it.each(rates)(
    'are shares, one for each class of length: %s %s',
    (_comparison, _level, { m, u = 1, sibling = 1 }) => {
      const shares = [m, sibling, ...(typeof u === 'number' ? [u] : u)];
      expect(shares.every((share) => share > 0 && share <= 1)).toBe(true);
      if (typeof u !== 'number') expect(u).toHaveLength(lengthClass(Number.POSITIVE_INFINITY) + 1);
    },
  );
});

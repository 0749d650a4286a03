import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { matchOdds, probabilityOf } from './match-odds.ts';
import { type Comparison, type Contribution, contextLimit, ratesOf } from './weights.ts';

const bits = (comparison: Comparison, level: string, weight: number): Contribution => ({ comparison, level, weight });
const names = [bits('artist', 'exact', 12), bits('title', 'exact', 15)];
const alone = { records: 2 ** 10, siblings: 1, equalNames: true };

describe('against strangers', () => {
  it.each([
    ['sums the weights, less the chances', names, alone, 12 + 15 - 10],
    ['doubts by one bit at least', names, { ...alone, records: 0 }, 12 + 15 - 1],
    ['adds what is said beside equal names', [...names, bits('barcode', 'same', 19)], alone, 12 + 15 + 19 - 10],
    [
      'caps it where a name is only alike',
      [...names, bits('barcode', 'same', 19), bits('label', 'same', 7)],
      { ...alone, equalNames: false },
      12 + 15 + contextLimit - 10,
    ],
    [
      'never caps what speaks against',
      [...names, bits('barcode', 'different', -19)],
      { ...alone, equalNames: false },
      12 + 15 - 19 - 10,
    ],
    [
      'counts qualifier and version among the names',
      [...names, bits('qualifier', 'same', contextLimit + 1), bits('version', 'same', contextLimit + 2)],
      { ...alone, equalNames: false },
      12 + 15 + (contextLimit + 1) + (contextLimit + 2) - 10,
    ],
  ])('%s', (_what, contributions, chances, odds) => {
    expect(matchOdds(contributions, chances)).toBeCloseTo(odds, 6);
  });
});

describe('against other albums of the artist', () => {
  const { m, sibling = Number.NaN } = ratesOf('title', 'near');
  const other = Math.log2(m / sibling);
  // Names so telling that no stranger is left to fear.
  const alike = [bits('artist', 'exact', 40), bits('title', 'near', 40)];
  const few = { records: 2, siblings: 1, equalNames: false };

  it.each([
    ['weighs the title against one sibling', alike, few, other],
    ['takes a candidate among nine for one of eight chances more', alike, { ...few, siblings: 9 }, other - 3],
    ['hears the year, up to three bits', [...alike, bits('year', 'same', 2)], few, other + 2],
    ['hears numbers, up to three bits', [...alike, bits('catalog_number', 'same', 15)], few, other + 3],
    [
      'hears them out where the names are equal',
      [...alike, bits('catalog_number', 'same', 15)],
      { ...few, equalNames: true },
      other + 15,
    ],
    ['does not hear the label, which siblings share', [...alike, bits('label', 'same', 7)], few, other],
  ])('%s', (_what, contributions, chances, odds) => {
    expect(matchOdds(contributions, chances)).toBeCloseTo(odds, 2);
  });

  it('asks of a version once, however many the siblings', () => {
    const live = [bits('artist', 'exact', 40), bits('title', 'exact', 40), bits('version', 'extra', 0)];
    const rates = ratesOf('version', 'extra');
    const odds = Math.log2(rates.m / (rates.sibling ?? Number.NaN));
    expect(matchOdds(live, few)).toBeCloseTo(odds, 2);
    expect(matchOdds(live, { ...few, siblings: 500 })).toBeCloseTo(odds, 2);
  });

  it('loses a bit where a stranger deceives as easily', () => {
    // One bit of the weight goes for the two records.
    const even = [bits('artist', 'exact', 0), bits('title', 'near', other + 1)];
    expect(matchOdds(even, few)).toBeCloseTo(other - 1, 2);
  });
});

describe('for any comparisons', () => {
  const weight = fc.double({ min: -20, max: 30, noNaN: true });
  const contribution = fc
    .tuple(
      fc.constantFrom<readonly [Comparison, string]>(
        ['artist', 'exact'],
        ['title', 'exact'],
        ['title', 'near'],
        ['version', 'extra'],
        ['year', 'same'],
        ['label', 'same'],
      ),
      weight,
    )
    .map(([[comparison, level], worth]) => bits(comparison, level, worth));
  const contributions = fc.array(contribution, { maxLength: 6 });
  const count = fc.integer({ min: 0, max: 20_000_000 });
  const chances = fc.record({ records: count, siblings: fc.nat(500), equalNames: fc.boolean() });

  it('never rises with more records or more siblings', () => {
    fc.assert(
      fc.property(contributions, chances, count, (given, few, more) => {
        const odds = matchOdds(given, few);
        expect(matchOdds(given, { ...few, records: few.records + more })).toBeLessThanOrEqual(odds);
        expect(matchOdds(given, { ...few, siblings: few.siblings + more })).toBeLessThanOrEqual(odds);
      }),
    );
  });

  it('never falls with a better artist, and does not mind the order', () => {
    fc.assert(
      fc.property(contributions, chances, weight, fc.nat(20), (given, among, worth, more) => {
        const odds = matchOdds([...given, bits('artist', 'exact', worth)], among);
        expect(matchOdds([...given, bits('artist', 'exact', worth + more)], among)).toBeGreaterThanOrEqual(odds);
        expect(matchOdds([bits('artist', 'exact', worth), ...given.toReversed()], among)).toBeCloseTo(odds, 6);
      }),
    );
  });
});

describe('probabilityOf', () => {
  it.each([
    [0, 1 / 2],
    [1, 2 / 3],
    [-1, 1 / 3],
    [10, 1024 / 1025],
    [-2000, 0],
    [2000, 1],
  ])('of %d bits is %d', (odds, probability) => {
    expect(probabilityOf(odds)).toBeCloseTo(probability, 12);
  });
});

import { describe, expect, it } from 'vitest';
import { resampleShare } from '../../src/metrics/bootstrap.ts';
import { binByConfidence, calibrationError } from '../../src/metrics/calibration-error.ts';
import { calibrated, figuresOf, groupBy } from '../../src/metrics/figures.ts';
import type { Judgement, Outcome } from '../../src/outcome.ts';

const outcome = (judgement: Judgement, confidence: number | null = null, group = 'g'): Outcome => ({
  ...{ set: 's', group, degradation: null, method: null, note: '' },
  answerable: judgement !== 'abstained' && judgement !== 'linked',
  judgement,
  confidence,
});

describe('resampleShare', () => {
  it('has nothing to say of no cases', () => {
    expect(resampleShare([])).toBeNull();
  });

  it.each([
    [10, 10, 1, 1],
    [10, 0, 0, 0],
  ])('of %i cases with %i hits is certain', (count, hits, low, high) => {
    const cases = Array.from({ length: count }, (_, place) => place < hits);
    expect(resampleShare(cases)).toEqual({ share: hits / count, low, high });
  });

  it.each([
    [1000, 500],
    [1000, 20],
    [1000, 990],
    [20_000, 19_000],
  ])('of %i cases with %i hits is near the normal interval', (count, hits) => {
    const found = resampleShare(Array.from({ length: count }, (_, place) => place < hits))!;
    const share = hits / count;
    const half = 1.96 * Math.sqrt((share * (1 - share)) / count);
    expect(found.share).toBe(share);
    expect(Math.abs(found.low - (share - half))).toBeLessThan(0.2 * half);
    expect(Math.abs(found.high - (share + half))).toBeLessThan(0.2 * half);
  });

  it('gives the same interval each time', () => {
    const cases = Array.from({ length: 300 }, (_, place) => place % 3 > 0);
    expect(resampleShare(cases)).toEqual(resampleShare(cases));
  });
});

describe('calibrationError', () => {
  const answers = (confidence: number, right: number, wrong: number) => [
    ...Array.from({ length: right }, () => ({ confidence, right: true })),
    ...Array.from({ length: wrong }, () => ({ confidence, right: false })),
  ];

  it.each([
    ['none', [], null],
    ['as sure as right', answers(0.8, 8, 2), 0],
    ['too sure', answers(0.9, 6, 4), 0.3],
    // 20 of 30 are 0.1 too sure, 10 of 30 are 0.05 too modest: (20 × 0.1 + 10 × 0.05) / 30
    ['two groups', [...answers(0.9, 16, 4), ...answers(0.95, 10, 0)], 2.5 / 30],
  ] as const)('%s', (_, cases, error) => {
    const found = calibrationError(cases);
    if (error === null) expect(found).toBeNull();
    else expect(found).toBeCloseTo(error, 10);
  });

  it('fills fifteen bins of one size, and never parts equals', () => {
    const spread = Array.from({ length: 300 }, (_, place) => ({ confidence: place / 300, right: true }));
    expect(binByConfidence(spread).map(({ count }) => count)).toEqual(Array.from({ length: 15 }, () => 20));
    const crowded = binByConfidence([...spread, ...answers(0.9985, 200, 0)]);
    expect(crowded.at(-1)).toEqual({ count: 200, confidence: expect.closeTo(0.9985, 8), right: 1 });
    expect(crowded.reduce((sum, { count }) => sum + count, 0)).toBe(500);
  });
});

describe('figuresOf', () => {
  const outcomes = [
    ...[outcome('correct', 0.9), outcome('correct', 0.9), outcome('correct'), outcome('wrong', 0.8)],
    ...[outcome('ambiguous'), outcome('missed'), outcome('abstained'), outcome('abstained'), outcome('linked', 0.7)],
  ];

  it('counts', () => {
    const figures = figuresOf(outcomes);
    expect(figures).toMatchObject({ cases: 9, answerable: 6, correct: 3, wrong: 1, missed: 1, linked: 1 });
    expect(figures.recall?.share).toBe(3 / 6);
    // A right answer without a confidence named several: it is no answer that could be wrong.
    expect(figures.precision?.share).toBe(2 / 4);
    expect(figures.wrongShare?.share).toBe(2 / 9);
    expect(figures.abstention?.share).toBe(2 / 3);
  });

  it('takes for calibrated what was answered with a confidence', () => {
    expect(calibrated(outcomes)).toEqual([
      ...[
        { confidence: 0.9, right: true },
        { confidence: 0.9, right: true },
      ],
      ...[
        { confidence: 0.8, right: false },
        { confidence: 0.7, right: false },
      ],
    ]);
  });

  it('groups in order', () => {
    const groups = groupBy([outcome('missed', null, 'b'), outcome('missed', null, 'a')], ({ group }) => group);
    expect(groups.map(([name]) => name)).toEqual(['a', 'b']);
  });
});

import { describe, expect, it } from 'vitest';
import { averaged, onColumns } from '../../src/pairs/learn/averaged.ts';
import { boostedTrees } from '../../src/pairs/learn/boosted-trees.ts';
import { assignFolds, chooseThreshold, crossValidate } from '../../src/pairs/learn/cross-validate.ts';
import { bootstrap, calibrationError, logLoss, measure } from '../../src/pairs/learn/figures.ts';
import { type Example, logistic } from '../../src/pairs/learn/learner.ts';
import { logisticRegression } from '../../src/pairs/learn/logistic-regression.ts';

/** Matches are where the first value is high; the second says nothing. */
const LINE: Example[] = Array.from({ length: 40 }, (_, k) => ({
  values: [k / 20 - 1, ((k * 7) % 11) / 11],
  isMatch: k >= 25,
}));
/** Matches are where exactly one value is high: no line parts them. */
const CORNERS: Example[] = Array.from({ length: 80 }, (_, k) => {
  const [a, b] = [k % 2 === 0, k % 5 < 2];
  return { values: [a ? 1 : -1, b ? 1 : -1], isMatch: a !== b };
});

const judged = (pairs: readonly (readonly [number, boolean])[]) =>
  pairs.map(([probability, isMatch]) => ({ probability, isMatch }));

describe('learners', () => {
  it.each([logisticRegression(0.1), boostedTrees({ rounds: 50, depth: 1 })])(
    '$name parts what a line parts',
    (learner) => {
      const score = learner.train(LINE);
      expect(LINE.filter(({ values, isMatch }) => score(values) >= 0.5 !== isMatch)).toEqual([]);
    },
  );

  it('finds the weights that settle the gradient', () => {
    // One value, 3 of 4 matches at 1 and 1 of 4 at -1: without penalty the odds are 3 and 1/3.
    const examples = [1, -1].flatMap((value) =>
      Array.from({ length: 4 }, (_, k) => ({ values: [value], isMatch: k < (value === 1 ? 3 : 1) })),
    );
    const score = logisticRegression(1e-9).train(examples);
    expect(score([1])).toBeCloseTo(3 / 4, 6);
    expect(score([-1])).toBeCloseTo(1 / 4, 6);
    expect(logisticRegression(100).train(examples)([1])).toBeLessThan(0.6);
  });

  it('needs two splits in a row where values matter together', () => {
    const wrong = (depth: number): number => {
      const score = boostedTrees({ rounds: 50, depth }).train(CORNERS);
      return CORNERS.filter(({ values, isMatch }) => score(values) >= 0.5 !== isMatch).length;
    };
    expect(wrong(2)).toBe(0);
    expect(wrong(1)).toBeGreaterThan(0);
  });

  it('averages log odds, each learner on its columns', () => {
    const fixed = (logit: number) => ({ name: 'fixed', train: () => () => logistic(logit) });
    expect(averaged('mean', [fixed(1), fixed(3)]).train([])([])).toBeCloseTo(logistic(2));
    const second = onColumns({ name: 'echo', train: () => (values) => values[0] ?? 0 }, 1, 2);
    expect(second.train(LINE)([0.1, 0.9])).toBe(0.9);
  });
});

describe('figures', () => {
  it('counts links and matches', () => {
    const pairs = judged([
      [0.9, true],
      [0.8, false],
      [0.6, true],
      [0.2, true],
      [0.1, false],
    ]);
    expect(measure(pairs, 0.5)).toEqual({ f1: 4 / 6, precision: 2 / 3, recall: 2 / 3 });
    expect(measure(pairs, 1)).toEqual({ f1: 0, precision: 0, recall: 0 });
  });

  it('measures loss and calibration', () => {
    expect(
      logLoss(
        judged([
          [0.5, true],
          [0.5, false],
        ]),
      ),
    ).toBeCloseTo(Math.LN2);
    expect(
      calibrationError(
        judged([
          [0.75, true],
          [0.75, true],
          [0.75, true],
          [0.75, false],
        ]),
      ),
    ).toBeCloseTo(0);
    // Both bins are 0.1 off.
    expect(
      calibrationError(
        judged([
          [0.9, true],
          [0.1, false],
        ]),
      ),
    ).toBeCloseTo(0.1);
  });

  it('draws the same interval for the same seed, around the figure', () => {
    const pairs = judged(LINE.map(({ values, isMatch }) => [logistic(9 * values[0]!), isMatch] as const));
    const { f1 } = bootstrap(pairs, 0.5, 7);
    expect(bootstrap(pairs, 0.5, 7).f1).toEqual(f1);
    expect(f1.low).toBeLessThanOrEqual(measure(pairs, 0.5).f1);
    expect(f1.high).toBeGreaterThanOrEqual(measure(pairs, 0.5).f1);
    expect(f1.low).toBeLessThan(f1.high);
  });
});

describe('cross-validation', () => {
  const grouped = LINE.map((example, k) => ({ ...example, group: `g${k % 13}` }));

  it('gives every group one fold, and matches evenly', () => {
    const folds = assignFolds(grouped, 3, 1);
    expect(folds.size).toBe(13);
    expect(assignFolds(grouped, 3, 1)).toEqual(folds);
    const matches = [0, 1, 2].map(
      (fold) => grouped.filter(({ group, isMatch }) => isMatch && folds.get(group) === fold).length,
    );
    expect(Math.max(...matches) - Math.min(...matches)).toBeLessThanOrEqual(2);
  });

  it('judges every example once a repeat, never by a scorer that saw its group', () => {
    const unseen = crossValidate(
      grouped,
      {
        name: 'memory',
        train(examples) {
          const seen = new Set(examples.map(({ values }) => values.join()));
          return (values) => (seen.has(values.join()) ? 1 : 0);
        },
      },
      { folds: 3, repeats: 2, seed: 1 },
    );
    expect(unseen.map((repeat) => repeat.length)).toEqual([40, 40]);
    expect(unseen.flat().every(({ probability }) => probability === 0)).toBe(true);
  });

  it('takes the middle of the widest stretch of best thresholds', () => {
    // Every threshold over 0.2 and up to 0.8 is without fault.
    expect(
      chooseThreshold(
        judged([
          [0.8, true],
          [0.2, false],
        ]),
      ),
    ).toBeCloseTo(0.5);
  });
});

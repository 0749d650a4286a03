import type { Outcome } from '../outcome.ts';
import { type Interval, resampleShare } from './bootstrap.ts';
import { calibrationError } from './calibration-error.ts';

/** The figures of a set of outcomes. Shares are 0 to 1, null where nothing was counted. */
export interface Figures {
  readonly cases: number;
  readonly answerable: number;
  readonly correct: number;
  readonly wrong: number;
  readonly ambiguous: number;
  readonly missed: number;
  readonly abstained: number;
  readonly linked: number;
  /** Correct of the answerable. */
  readonly recall: Interval | null;
  /** Correct of the answered. */
  readonly precision: Interval | null;
  /** Wrong or linked of all. */
  readonly wrongShare: Interval | null;
  /** Abstained of those without an answer. */
  readonly abstention: Interval | null;
  /** Expected calibration error of the answered. */
  readonly calibration: number | null;
}

export function figuresOf(outcomes: readonly Outcome[]): Figures {
  const count = (judgement: Outcome['judgement']) => outcomes.filter((each) => each.judgement === judgement).length;
  const answerable = outcomes.filter((each) => each.answerable);
  const answered = outcomes.filter(isAnswered);
  const without = outcomes.filter((each) => !each.answerable);
  return {
    cases: outcomes.length,
    answerable: answerable.length,
    correct: count('correct'),
    wrong: count('wrong'),
    ambiguous: count('ambiguous'),
    missed: count('missed'),
    abstained: count('abstained'),
    linked: count('linked'),
    recall: resampleShare(answerable.map(({ judgement }) => judgement === 'correct')),
    precision: resampleShare(answered.map(({ judgement }) => judgement === 'correct')),
    wrongShare: resampleShare(outcomes.map(({ judgement }) => judgement === 'wrong' || judgement === 'linked')),
    abstention: resampleShare(without.map(({ judgement }) => judgement === 'abstained')),
    calibration: calibrationError(calibrated(outcomes)),
  };
}

/** An answer was given and can be right or wrong: abstaining, and rightly naming several, are no answers. */
function isAnswered({ judgement, confidence }: Outcome): boolean {
  return judgement === 'wrong' || judgement === 'linked' || (judgement === 'correct' && confidence !== null);
}

/** The answers with a confidence, each right or not. */
export function calibrated(outcomes: readonly Outcome[]): { confidence: number; right: boolean }[] {
  return outcomes.flatMap(({ judgement, confidence }) =>
    confidence !== null && (judgement === 'correct' || judgement === 'wrong' || judgement === 'linked')
      ? [{ confidence, right: judgement === 'correct' }]
      : [],
  );
}

/** Outcomes by a field, in the order of its values. */
export function groupBy(outcomes: readonly Outcome[], keyOf: (outcome: Outcome) => string): [string, Outcome[]][] {
  const groups = new Map<string, Outcome[]>();
  for (const outcome of outcomes) {
    const key = keyOf(outcome);
    const group = groups.get(key);
    if (group) group.push(outcome);
    else groups.set(key, [outcome]);
  }
  return [...groups].sort(([a], [b]) => (a < b ? -1 : 1));
}

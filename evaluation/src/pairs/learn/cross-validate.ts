import { Random } from '@deadwax/bench/world/random';
import type { Judged } from './figures.ts';
import { measure } from './figures.ts';
import type { Example, Learner } from './learner.ts';

export interface GroupedExample extends Example {
  /** Examples of one group are never on both sides of a fold. */
  readonly group: string;
}

export interface Folding {
  readonly folds: number;
  readonly repeats: number;
  readonly seed: number;
}

/** Every example judged by a scorer that never saw its group; one list for each repeat. */
export function crossValidate(examples: readonly GroupedExample[], learner: Learner, folding: Folding): Judged[][] {
  return Array.from({ length: folding.repeats }, (_, repeat) => {
    const foldOf = assignFolds(examples, folding.folds, folding.seed + repeat);
    return Array.from({ length: folding.folds }, (__, fold) => {
      const score = learner.train(examples.filter(({ group }) => foldOf.get(group) !== fold));
      const held = examples.filter(({ group }) => foldOf.get(group) === fold);
      return held.map(({ values, isMatch }) => ({ probability: score(values), isMatch }));
    }).flat();
  });
}

/** Groups in drawn order, each to the fold with the fewest matches so far, then the fewest examples. */
export function assignFolds(examples: readonly GroupedExample[], folds: number, seed: number): Map<string, number> {
  const groups = Map.groupBy(examples, ({ group }) => group);
  const random = new Random(seed);
  const order = [...groups.keys()].map((group) => ({ group, draw: random.next() })).sort((a, b) => a.draw - b.draw);
  const sizes = Array.from({ length: folds }, (_, fold) => ({ fold, matches: 0, examples: 0 }));
  const foldOf = new Map<string, number>();
  for (const { group } of order) {
    const members = groups.get(group) ?? [];
    const [least] = sizes.toSorted((a, b) => a.matches - b.matches || a.examples - b.examples || a.fold - b.fold);
    least!.matches += members.filter((member) => member.isMatch).length;
    least!.examples += members.length;
    foldOf.set(group, least!.fold);
  }
  return foldOf;
}

/** The middle of the widest stretch of thresholds with the best F1. */
export function chooseThreshold(judged: readonly Judged[]): number {
  const steps = Array.from({ length: 99 }, (_, step) => (step + 1) / 100);
  const scores = steps.map((threshold) => measure(judged, threshold).f1);
  const best = Math.max(...scores);
  let [widest, start, length] = [0, 0, 0];
  for (const [place, score] of scores.entries()) {
    length = score >= best - 1e-12 ? length + 1 : 0;
    if (length > widest) [widest, start] = [length, place - length + 1];
  }
  return steps[start + Math.floor((widest - 1) / 2)] ?? 0.5;
}

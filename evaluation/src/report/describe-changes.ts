import type { Judgement } from '../outcome.ts';
import { type Baseline, type Counts, countGroups, type Run } from './baseline.ts';

const JUDGEMENTS: readonly Judgement[] = ['correct', 'wrong', 'linked', 'ambiguous', 'missed', 'abstained'];

/** Groups of the same size as in the last committed run whose cases were judged differently, one line each. */
export function describeChanges({ sets }: Pick<Run, 'sets'>, baseline: Baseline): string[] {
  return sets.flatMap(({ name, outcomes }) => {
    const before = baseline.judgements[name] ?? {};
    return Object.entries(countGroups(outcomes)).flatMap(([group, counts]) => {
      const earlier = before[group];
      if (earlier === undefined || sizeOf(earlier) !== sizeOf(counts)) return [];
      const changes = JUDGEMENTS.flatMap((judgement) => {
        const change = (counts[judgement] ?? 0) - (earlier[judgement] ?? 0);
        return change === 0 ? [] : [`${judgement} ${change > 0 ? '+' : '−'}${Math.abs(change)}`];
      });
      return changes.length === 0 ? [] : [`${name}, ${group}: ${changes.join(', ')}`];
    });
  });
}

function sizeOf(counts: Counts): number {
  return Object.values(counts).reduce((sum, count) => sum + count, 0);
}

import type { BulkResolveResult } from '@deadwax/contract/schemas';
import type { InputVerdict } from './outcome.ts';
import type { ParsedRow } from './parse-answer.ts';

export interface CheckedAnswer {
  /** One for each id asked for, in that order. */
  readonly results: readonly InputVerdict[];
  readonly foreign: readonly number[];
}

/**
 * Hands each input the one row that bears its id; rows are known by id, never by place.
 *
 *     asked 1 2, answered 2 1      → both
 *     asked 1 2, answered 1        → 1, missing
 *     asked 1 2, answered 1 1 2    → untrusted, 2
 *     asked 1 2, answered 1 9      → 1, missing; 9 is foreign
 */
export function checkAnswer(ids: readonly number[], rows: readonly ParsedRow[]): CheckedAnswer {
  const asked = new Map<number, number>();
  for (const id of ids) asked.set(id, (asked.get(id) ?? 0) + 1);
  const verdicts = new Map<number, BulkResolveResult | 'untrusted'>();
  const foreign = new Set<number>();
  for (const { libraryId, result } of rows) {
    if (!asked.has(libraryId)) foreign.add(libraryId);
    else verdicts.set(libraryId, verdicts.has(libraryId) ? 'untrusted' : (result ?? 'untrusted'));
  }
  const results = ids.map((id) => {
    const verdict = verdicts.get(id) ?? 'missing';
    // Which of two inputs with one id a row means, it does not say.
    return verdict !== 'missing' && asked.get(id)! > 1 ? 'untrusted' : verdict;
  });
  return { results, foreign: [...foreign] };
}

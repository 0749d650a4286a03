import { setTimeout as sleep } from 'node:timers/promises';
import { type AskingDependencies, UnauthorisedError } from '../pull/ask-patiently.ts';
import { ResolverAuthError, ResolverError } from '../resolver-client/faults.ts';
import type { TouchedQuestion } from '../resolver-client/snapshots.ts';
import { ChangesUnavailableError, findServing } from './find-serving.ts';
import type { OlderRow } from './select-page.ts';

export interface SortedRows {
  readonly touched: readonly OlderRow[];
  readonly untouched: readonly OlderRow[];
  /** Nobody can say of these. */
  readonly unknown: readonly OlderRow[];
}

/** Two large snapshots are compared for minutes. */
const LONGEST_COMPARISON_MS = 60 * 60_000;
const PATIENCE = [1000, 2000, 5000, 10_000, 30_000];

/** Whom to ask, and `beat` to show meanwhile that the run lives. */
export interface SortingDependencies extends AskingDependencies {
  readonly beat: () => Promise<void>;
}

/** Tells apart which rows a change of snapshot touches. Throws ChangesUnavailableError and UnauthorisedError. */
export async function sortRows(
  dependencies: SortingDependencies,
  rows: readonly OlderRow[],
  snapshot: string,
): Promise<SortedRows> {
  const sorted = { touched: [] as OlderRow[], untouched: [] as OlderRow[], unknown: [] as OlderRow[] };
  for (const [since, group] of Map.groupBy(rows, (row) => row.since)) {
    const inputs = group.map(({ since: _since, ...input }) => input);
    const touched = since === null ? null : await findTouched(dependencies, { snapshot, since, inputs });
    for (const row of group) {
      const place = touched === null ? 'unknown' : touched.has(row.library_id) ? 'touched' : 'untouched';
      sorted[place].push(row);
    }
  }
  return sorted;
}

/** Null where the older snapshot is not kept. */
async function findTouched(
  { gateway, signal, patienceMs = PATIENCE, log, beat }: SortingDependencies,
  question: TouchedQuestion,
): Promise<ReadonlySet<number> | null> {
  const begun = performance.now();
  for (let attempt = 0; ; ) {
    const answer = await gateway.snapshots.findTouched(question, signal);
    signal.throwIfAborted();
    if (!(answer instanceof ResolverError)) return answer.touched;
    if (answer.code === 'unknown_snapshot') {
      // It may be the newer one that is gone: a resolver that was switched since the run began can tell of no row.
      if ((await findServing({ gateway, signal })) === question.snapshot) return null;
      throw new ChangesUnavailableError('another snapshot serves', { cause: answer });
    }
    if (answer instanceof ResolverAuthError) throw new UnauthorisedError('the resolver refuses the key');
    const isComparing = answer.code === 'changes_not_ready' && performance.now() - begun < LONGEST_COMPARISON_MS;
    const pause = isComparing ? (answer.retryAfterMs ?? 10_000) : answer.retryable ? patienceMs[attempt++] : undefined;
    if (pause === undefined) throw new ChangesUnavailableError(answer.message, { cause: answer });
    log('changes_awaited', { reason: answer.code, waitMs: pause });
    await beat();
    await sleep(pause, undefined, { signal });
  }
}

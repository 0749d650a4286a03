import { setTimeout as sleep } from 'node:timers/promises';
import type { CatalogDatabase } from '../database/tables.ts';
import { type Question, readQuestions } from '../identity/questions.ts';
import type { ResolverGateway } from '../resolver-client/gateway.ts';
import { type Asked, askBatch } from './ask-batch.ts';
import { BatchSize } from './batch-size.ts';
import { advanceRange, type ClaimedRange } from './claim-range.ts';
import { addCounters, emptyCounters, type PullCounters } from './counters.ts';
import type { PullRun } from './runs.ts';
import { selectEligible } from './select-eligible.ts';
import { writePage } from './write-page.ts';

export interface PullDependencies {
  readonly db: CatalogDatabase;
  readonly gateway: ResolverGateway;
  readonly signal: AbortSignal;
  /** Told what happens, for the log. */
  readonly log: (step: string, details: Readonly<Record<string, unknown>>) => void;
  /** Milliseconds to wait before a page that could not be asked is asked again, one each time. Then it is left to the next run. */
  readonly patienceMs?: readonly number[];
}

/** The resolver refuses the key: every further call would be refused as well. */
export class UnauthorisedError extends Error {
  readonly code = 'resolver_refuses_key';
}

const PATIENCE = [1000, 2000, 5000, 10_000, 30_000];

/**
 * Goes through a claimed range page by page: selects, asks, writes, and moves cursor and counters with the writes. Stops between
 * pages when told to; whatever is committed is counted, whatever is not is eligible still.
 */
export async function workRange(
  { flags, now }: Pick<PullRun, 'flags' | 'now'>,
  range: ClaimedRange,
  dependencies: PullDependencies,
): Promise<PullCounters> {
  const { db, signal, log } = dependencies;
  const size = new BatchSize(range.cohort === 'va' ? flags.vaBatchSize : flags.batchSize);
  const workList = { cohort: range.cohort, flags, now };
  const writer = { actor: 'pull', reason: `pull ${range.runId}`, category: 'rerun' as const, runId: range.runId };
  let { counters, cursorId } = range;
  for (;;) {
    signal.throwIfAborted();
    const ids = await selectEligible(db, workList, { after: cursorId, last: range.lastId, limit: size.current });
    const last = ids.at(-1);
    if (last === undefined) break;
    const questions = await readQuestions(db, ids);
    const asked = await askPatiently(dependencies, questions);
    size.observe(asked.strained);
    counters = await writePage(db, asked, counters, {
      writer,
      save: (transaction, counted, isLast) =>
        advanceRange(transaction, range, { cursorId: isLast ? last : cursorId, counters: counted, done: false }),
      onBroken: (error, libraryId) => log('writer_error', { libraryId, error }),
    });
    cursorId = last;
    log('batch_done', {
      range: range.rangeNo,
      cohort: range.cohort,
      rows: questions.length,
      failed: asked.failed.length,
    });
    if (asked.unauthorised) throw new UnauthorisedError('the resolver refuses the key');
    if (flags.throttleMs > 0) await sleep(flags.throttleMs, undefined, { signal });
  }
  await advanceRange(db, range, { cursorId: range.lastId, counters, done: true });
  return counters;
}

/** Asks a page again while none of it could be asked, as long as patience lasts. Only the last try counts its rows. */
async function askPatiently(
  { gateway, patienceMs = PATIENCE, signal, log }: PullDependencies,
  questions: readonly Question[],
): Promise<Asked> {
  let calls = emptyCounters();
  for (let attempt = 0; ; attempt += 1) {
    const asked = await askBatch(gateway, questions, signal);
    signal.throwIfAborted();
    const pause = patienceMs[attempt];
    if (!asked.strained || asked.unauthorised || asked.answers.length > 0 || pause === undefined)
      return { ...asked, counted: addCounters(calls, asked.counted) };
    const { lml_total_calls, lml_total_latency_ms } = asked.counted;
    calls = addCounters(calls, { ...emptyCounters(), lml_total_calls, lml_total_latency_ms });
    log('lml_error', { reason: asked.failed[0]?.reason, rows: asked.failed.length, waitMs: pause });
    await sleep(pause, undefined, { signal });
  }
}

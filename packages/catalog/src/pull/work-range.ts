import { setTimeout as sleep } from 'node:timers/promises';
import type { CatalogDatabase } from '../database/tables.ts';
import { readQuestions } from '../identity/questions.ts';
import { readWaiting } from '../identity/read-waiting.ts';
import type { Asked } from './ask-batch.ts';
import { type AskingDependencies, askPatiently, UnauthorisedError } from './ask-patiently.ts';
import { BatchSize } from './batch-size.ts';
import { advanceRange, type ClaimedRange } from './claim-range.ts';
import { countPage } from './count-page.ts';
import type { PullCounters } from './counters.ts';
import type { PullRun } from './runs.ts';
import { selectEligible } from './select-eligible.ts';
import { writePage } from './write-page.ts';

export interface PullDependencies extends AskingDependencies {
  readonly db: CatalogDatabase;
}

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
    const waiting = await readWaiting(db, ids);
    const questions = await readQuestions(db, ids);
    const asked = endWaiting(await askPatiently(dependencies, questions), waiting);
    size.observe(asked.strained);
    counters = await (flags.dryRun ? countPage : writePage)(db, asked, counters, {
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

/** Answers that end the waiting which their rows were in as they were asked about. */
function endWaiting(asked: Asked, waiting: ReadonlyMap<number, string>): Asked {
  const answers = asked.answers.map((answer) => ({
    ...answer,
    waitingSince: waiting.get(answer.verdict.library_id) ?? null,
  }));
  return { ...asked, answers };
}

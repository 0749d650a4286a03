import type { CatalogDatabase } from '../database/tables.ts';
import type { AnsweredRow, Applied, AppliedOutcome } from '../identity/apply-verdicts.ts';
import { checkVerdict, type DropReason } from '../identity/check-verdict.ts';
import type { Asked } from './ask-batch.ts';
import { addCounters, type PullCounters } from './counters.ts';
import { countAnswers, type PageOptions } from './write-page.ts';

/** Counts the answers of a page as if they were written, and keeps nothing but the counters. */
export async function countPage(
  db: CatalogDatabase,
  asked: Asked,
  counters: PullCounters,
  { save }: Pick<PageOptions, 'save'>,
): Promise<PullCounters> {
  const counted = addCounters(countAnswers(asked.answers, foresee(asked.answers), counters), asked.counted);
  await save(db, counted, true);
  return counted;
}

function foresee(answers: readonly AnsweredRow[]): Applied {
  const outcomes = new Map<number, AppliedOutcome>();
  const refusals = new Map<number, string>();
  const dropped: Partial<Record<DropReason, number>> = {};
  for (const { verdict } of answers) {
    const checked = checkVerdict(verdict);
    outcomes.set(verdict.library_id, typeof checked === 'string' ? 'refused' : 'written');
    if (typeof checked === 'string') refusals.set(verdict.library_id, checked);
    else
      for (const [reason, count] of Object.entries(checked.dropped) as [DropReason, number][])
        dropped[reason] = (dropped[reason] ?? 0) + count;
  }
  return { outcomes, refusals, dropped, historyRows: 0 };
}

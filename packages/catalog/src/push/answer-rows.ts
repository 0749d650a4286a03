import type { CatalogDatabase } from '../database/tables.ts';
import { type AnsweredRow, type AppliedOutcome, applyVerdicts, type Writer } from '../identity/apply-verdicts.ts';
import { readQuestions } from '../identity/questions.ts';
import { readWaiting } from '../identity/read-waiting.ts';
import { recordFailures } from '../identity/record-failures.ts';
import type { ResolverGateway } from '../resolver-client/gateway.ts';
import type { Caller } from '../resolver-client/policies.ts';
import { writeCompilationTracks } from '../tracks/write-compilation-tracks.ts';

/** What came of asking about one row. */
export type RowOutcome =
  | { readonly state: 'answered'; readonly applied: AppliedOutcome }
  /** The resolver could not be asked, or gave no usable answer: nothing is known, and nothing was written. */
  | { readonly state: 'could_not_ask'; readonly reason: string; readonly retryable: boolean }
  | { readonly state: 'row_gone' };

export interface AnswerOptions {
  readonly caller: Caller;
  readonly writer: Writer;
  readonly signal: AbortSignal;
}

/** Asks about a few rows now and writes what comes: push, refresh and the add form all end here. */
export async function answerRows(
  { db, gateway }: { db: CatalogDatabase; gateway: ResolverGateway },
  libraryIds: readonly number[],
  { caller, writer, signal }: AnswerOptions,
): Promise<Map<number, RowOutcome>> {
  const outcomes = new Map<number, RowOutcome>(libraryIds.map((id) => [id, { state: 'row_gone' }]));
  const waiting = await readWaiting(db, libraryIds);
  const questions = await readQuestions(db, libraryIds);
  if (questions.length === 0) return outcomes;
  const askedAt = new Date().toISOString();
  const answer = await gateway.bulkResolve(questions, { caller, includeTracks: true, signal, fresh: true });
  const answers: AnsweredRow[] = [];
  const failures: { libraryId: number; reason: string }[] = [];
  for (const [place, { library_id: libraryId, artist_name, album_title }] of questions.entries()) {
    const verdict = answer.outcome === 'answered' ? (answer.results[place] ?? 'missing') : null;
    if (verdict !== null && typeof verdict === 'object') {
      const asked = { artistName: artist_name, albumTitle: album_title };
      answers.push({ verdict, asked, askedAt, waitingSince: waiting.get(libraryId) ?? null });
      continue;
    }
    const reason = verdict ?? (answer.outcome === 'failed' ? answer.fault.code : (answer as { reason: string }).reason);
    const retryable = answer.outcome !== 'failed' || answer.fault.retryable;
    failures.push({ libraryId, reason });
    outcomes.set(libraryId, { state: 'could_not_ask', reason, retryable });
  }
  const applied = await db.transaction().execute(async (transaction) => {
    const written = await applyVerdicts(transaction, answers, writer);
    const taken = answers.filter(({ verdict }) => isTaken(written.outcomes.get(verdict.library_id)));
    await writeCompilationTracks(transaction, taken);
    await recordFailures(transaction, failures);
    return written;
  });
  for (const [id, outcome] of applied.outcomes) outcomes.set(id, { state: 'answered', applied: outcome });
  return outcomes;
}

function isTaken(outcome: AppliedOutcome | undefined): boolean {
  return outcome === 'written' || outcome === 'unchanged';
}

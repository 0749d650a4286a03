import type { CatalogDatabase } from '../database/tables.ts';
import { type AnsweredRow, type Applied, applyVerdicts, type Writer } from '../identity/apply-verdicts.ts';
import { recordFailures } from '../identity/record-failures.ts';
import { writeCompilationTracks } from '../tracks/write-compilation-tracks.ts';
import type { Asked } from './ask-batch.ts';
import { addCounters, emptyCounters, type PullCounters } from './counters.ts';

export interface PageOptions {
  readonly writer: Writer;
  /** Keeps the counters in the transaction of the writes that they count; `last` with the write that ends the page. */
  readonly save: (transaction: CatalogDatabase, counters: PullCounters, last: boolean) => Promise<void>;
  /** Told of every row that no transaction would take, with why. */
  readonly onBroken: (error: unknown, libraryId: number) => void;
}

interface Part extends Pick<Asked, 'answers' | 'failed' | 'counted'> {
  readonly last: boolean;
}

/**
 * Writes the answers of a page and its counters in one transaction. Where a row breaks it, the page is halved until that row is
 * alone; the others are written. Gives the counters as they stand after.
 */
export async function writePage(
  db: CatalogDatabase,
  asked: Asked,
  counters: PullCounters,
  options: PageOptions,
): Promise<PullCounters> {
  return writePart(db, { ...asked, last: true }, counters, options);
}

async function writePart(
  db: CatalogDatabase,
  part: Part,
  counters: PullCounters,
  options: PageOptions,
): Promise<PullCounters> {
  try {
    return await db.transaction().execute(async (transaction) => {
      const applied = await applyVerdicts(transaction, part.answers, options.writer);
      const tracks = await writeCompilationTracks(transaction, writtenOf(part.answers, applied));
      await recordFailures(transaction, [...part.failed, ...refusalsOf(applied)]);
      const counted = addCounters(countAnswers(part.answers, applied, counters), part.counted);
      counted.compilation_tracks_written += tracks.written;
      counted.compilation_tracks_unmatched += tracks.unmatched;
      await options.save(transaction, counted, part.last);
      return counted;
    });
  } catch (error) {
    const [only, ...others] = part.answers;
    if (!isRefusal(error) || only === undefined) throw error;
    if (others.length === 0) return writeBroken(db, { part, error, only }, counters, options);
    const middle = Math.ceil(part.answers.length / 2);
    const first = { answers: part.answers.slice(0, middle), failed: [], counted: emptyCounters(), last: false };
    const after = await writePart(db, first, counters, options);
    return writePart(db, { ...part, answers: part.answers.slice(middle) }, after, options);
  }
}

async function writeBroken(
  db: CatalogDatabase,
  { part, error, only }: { part: Part; error: unknown; only: AnsweredRow },
  counters: PullCounters,
  { save, onBroken }: PageOptions,
): Promise<PullCounters> {
  const libraryId = only.verdict.library_id;
  onBroken(error, libraryId);
  const counted = addCounters(counters, part.counted);
  counted.scanned += 1;
  counted.rows_skipped.writer_error += 1;
  await db.transaction().execute(async (transaction) => {
    await recordFailures(transaction, [...part.failed, { libraryId, reason: 'writer_error' }]);
    await save(transaction, counted, part.last);
  });
  return counted;
}

function refusalsOf({ refusals }: Applied): { libraryId: number; reason: string }[] {
  return [...refusals].map(([libraryId, reason]) => ({ libraryId, reason: `refused: ${reason}` }));
}

/** SQLSTATE classes 22 (data exception) and 23 (integrity constraint violation): trying again would end the same. */
function isRefusal(error: unknown): boolean {
  const code = (error as { code?: unknown } | null)?.code;
  return typeof code === 'string' && /^2[23]/.test(code);
}

function writtenOf(answers: readonly AnsweredRow[], { outcomes }: Applied): AnsweredRow[] {
  return answers.filter(({ verdict }) => ['written', 'unchanged'].includes(outcomes.get(verdict.library_id) ?? ''));
}

/** Gives each answered row its one fate. */
export function countAnswers(answers: readonly AnsweredRow[], applied: Applied, before: PullCounters): PullCounters {
  const counters = structuredClone(before);
  counters.scanned += answers.length;
  for (const { verdict } of answers) {
    const outcome = applied.outcomes.get(verdict.library_id);
    if (outcome === 'refused') counters.rows_skipped.writer_error += 1;
    else if (outcome !== 'written' && outcome !== 'unchanged') counters.rows_skipped.superseded += 1;
    else if (verdict.kind === 'single_artist') counters.rows_resolved += 1;
    else if (verdict.kind === 'unresolved') counters.rows_unresolved += 1;
    else if (isKnownCompilation(verdict)) counters.rows_resolved_compilation += 1;
    else counters.rows_skipped.compilation += 1;
  }
  const { null_confidence = 0, ...dropped } = applied.dropped;
  counters.source_rows_skipped_null_confidence += null_confidence;
  counters.source_rows_dropped += Object.values(dropped).reduce((sum, each) => sum + each, 0);
  counters.history_rows += applied.historyRows;
  return counters;
}

/** Some source knows the compilation, or its tracks were gone through. Tracks that are there were gone through, whatever the flag says. */
function isKnownCompilation({ method, tracks_attempted, tracks }: AnsweredRow['verdict']): boolean {
  return method !== null || tracks_attempted === true || (tracks ?? []).length > 0;
}

import { isDeepStrictEqual } from 'node:util';
import { sql } from 'kysely';
import type { CatalogDatabase } from '../../src/database/tables.ts';
import { readQuestions } from '../../src/identity/questions.ts';
import { addCounters, emptyCounters } from '../../src/pull/counters.ts';
import { sumRun } from '../../src/pull/runs.ts';
import { answerOf } from '../jobs/truth.ts';
import { secondAnswerOf } from './second-answer.ts';

export interface Checked {
  readonly rows: number;
  /** Rows that bear no answer of this run, or another than was given. */
  readonly lost: number;
  /** Rows written more than once: with more history than changes. */
  readonly doubled: number;
  /** Rows that changed without history. */
  readonly historyMissing: number;
  /** Whether every counter is what the rows say. */
  readonly countersExact: boolean;
  readonly counted: Readonly<Record<string, number>>;
  readonly expected: Readonly<Record<string, number>>;
  /** The first few rows that are not as they should be. */
  readonly examples: readonly unknown[];
}

interface Stored {
  readonly id: number;
  readonly outcome: string | null;
  readonly answered: boolean;
  readonly master: number | null;
  readonly link: string | null;
  readonly history: number;
}

/** Holds what a run left in the database against what its answers were. */
export async function checkRun(db: CatalogDatabase, runId: number): Promise<Checked> {
  const { rows } = await sql<Stored>`
    SELECT l.id, a.outcome, a.failure, a.attempted_at, r.started_at, a.attempted_at >= r.started_at AND a.failed_at IS NULL AS answered,
      i.discogs_master_id AS master, s.external_id AS link,
      (SELECT count(*)::integer FROM library_identity_history h WHERE h.library_id = l.id) AS history
    FROM library l JOIN job_run r ON r.run_id = ${runId}
    LEFT JOIN library_attempt a ON a.library_id = l.id
    LEFT JOIN library_identity i ON i.library_id = l.id
    LEFT JOIN library_identity_source s ON s.library_id = l.id AND s.source = 'discogs_master'
    ORDER BY l.id`.execute(db);
  const questions = await readQuestions(
    db,
    rows.map(({ id }) => id),
  );
  const examples: unknown[] = [];
  const found = { lost: 0, doubled: 0, historyMissing: 0 };
  const expected = { scanned: rows.length, resolved: 0, compilations: 0, unresolved: 0, skipped: 0, history: 0 };
  for (const [place, row] of rows.entries()) {
    const question = questions[place];
    if (question === undefined) throw new Error(`row ${row.id} has no question`);
    const answer = secondAnswerOf(question);
    const link = answer.provenance[0]?.external_id ?? null;
    const isRight =
      row.outcome === answer.kind && row.link === link && row.master === (answer.main?.discogs_master_id ?? null);
    const changes = isDeepStrictEqual(answer, answerOf(question)) ? 0 : 1;
    const isLost = row.answered !== true || !isRight;
    if (isLost) found.lost += 1;
    if ((isLost || row.history !== changes) && examples.length < 5) examples.push({ ...row, kind: answer.kind, link });
    if (row.history > changes) found.doubled += 1;
    if (row.history < changes) found.historyMissing += 1;
    expected.history += changes;
    if (answer.kind === 'single_artist') expected.resolved += 1;
    else if (answer.kind === 'compilation') expected.compilations += 1;
    else expected.unresolved += 1;
  }
  const { va = emptyCounters(), non_va = emptyCounters() } = await sumRun(db, runId);
  const sum = addCounters(va, non_va);
  const counted = {
    scanned: sum.scanned,
    resolved: sum.rows_resolved,
    compilations: sum.rows_resolved_compilation,
    unresolved: sum.rows_unresolved,
    skipped: Object.values(sum.rows_skipped).reduce((total, count) => total + count, 0),
    history: sum.history_rows,
  };
  return {
    rows: rows.length,
    ...found,
    countersExact: isDeepStrictEqual(counted, expected),
    counted,
    expected,
    examples,
  };
}

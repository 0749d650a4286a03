import { sql } from 'kysely';
import type { CatalogDatabase } from '../database/tables.ts';
import type { DriftReport } from './report.ts';

export async function openDriftRun(
  db: CatalogDatabase,
  { actor, parameters }: { actor: string; parameters: object },
): Promise<number> {
  const { run_id } = await db
    .insertInto('job_run')
    .values({ job: 'drift', actor, parameters: JSON.stringify(parameters) })
    .returning('run_id')
    .executeTakeFirstOrThrow();
  return Number(run_id);
}

/** Shows that the run lives, and what it has counted. */
export async function saveProgress(db: CatalogDatabase, runId: number, report: DriftReport): Promise<void> {
  await sql`
    UPDATE job_run SET heartbeat_at = now(), report = ${JSON.stringify(report)}::text::jsonb
    WHERE run_id = ${runId}`.execute(db);
}

export async function closeDriftRun(
  db: CatalogDatabase,
  runId: number,
  {
    state,
    report,
    failure,
  }: { state: 'succeeded' | 'failed' | 'aborted'; report: DriftReport; failure: string | null },
): Promise<void> {
  await sql`
    UPDATE job_run SET state = ${state}, failure = ${failure}, report = ${JSON.stringify(report)}::text::jsonb,
      heartbeat_at = now(), finished_at = now()
    WHERE run_id = ${runId}`.execute(db);
}

export interface CleanStreak {
  /** Clean runs over the whole library since the last one that was not. */
  readonly runs: number;
  /** Days, by UTC, on which there was one. */
  readonly days: number;
  /** When the first of them began; null where there is none. */
  readonly since: Date | null;
}

/** A run that could not see everything neither adds to the streak nor ends it, unless what it saw was not clean. */
export async function cleanStreak(db: CatalogDatabase): Promise<CleanStreak> {
  const { rows } = await sql<CleanStreak>`
    SELECT count(*)::integer AS runs, count(DISTINCT (started_at AT TIME ZONE 'UTC')::date)::integer AS days,
      min(started_at) AS since
    FROM job_run
    WHERE job = 'drift' AND state = 'succeeded' AND report ->> 'cleanliness' = 'clean' AND run_id > (
      SELECT coalesce(max(run_id), 0) FROM job_run WHERE job = 'drift' AND report ->> 'cleanliness' = 'unclean'
    )`.execute(db);
  return rows[0] as CleanStreak;
}

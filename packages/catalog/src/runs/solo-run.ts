import { sql } from 'kysely';
import type { CatalogDatabase, JobRunTable } from '../database/tables.ts';

/** A run that one worker goes through at a time, by ascending id. */
export interface SoloRun<Parameters, Report> {
  readonly runId: number;
  readonly actor: string;
  readonly parameters: Parameters;
  /** The highest id that is done with; null at the start. */
  readonly cursorId: number | null;
  /** What was counted up to there; null at the start. */
  readonly report: Report | null;
}

/** Another worker went on with the run, or it is over: what was not committed is not to be counted. */
export class LostRunError extends Error {
  readonly code = 'lost_run';
}

/** Reads a run that is still going on; null where it is over or never was. */
export async function findSoloRun<Parameters, Report>(
  db: CatalogDatabase,
  job: JobRunTable['job'],
  runId: number,
): Promise<SoloRun<Parameters, Report> | null> {
  const run = await db
    .selectFrom('job_run')
    .select(['actor', 'parameters', 'cursor_id', 'report'])
    .where('run_id', '=', String(runId))
    .where('job', '=', job)
    .where('state', '=', 'running')
    .executeTakeFirst();
  if (run === undefined) return null;
  const { actor, parameters, report, cursor_id: cursorId } = run;
  return { runId, actor, parameters: parameters as Parameters, cursorId, report: report as Report | null };
}

/** Moves a run on with its counts, in the transaction of the writes that they count. Throws LostRunError where it is no longer the caller's. */
export async function advanceSoloRun(
  db: CatalogDatabase,
  runId: number,
  { from, to, report }: { from: number | null; to: number; report: object },
): Promise<void> {
  const { rows } = await sql`
    UPDATE job_run SET cursor_id = ${to}, heartbeat_at = now(), report = ${JSON.stringify(report)}::text::jsonb
    WHERE run_id = ${runId} AND state = 'running' AND cursor_id IS NOT DISTINCT FROM ${from}::integer
    RETURNING run_id`.execute(db);
  if (rows.length === 0) throw new LostRunError(`run ${runId} was gone on with by another worker`);
}

export interface Ending {
  readonly state: 'succeeded' | 'failed' | 'aborted';
  readonly report: object | null;
  readonly failure: string | null;
}

/** Ends a run, if nobody else did. */
export async function closeSoloRun(
  db: CatalogDatabase,
  runId: number,
  { state, report, failure }: Ending,
): Promise<void> {
  await sql`
    UPDATE job_run SET state = ${state}, failure = ${failure}, heartbeat_at = now(), finished_at = now(),
      report = ${report === null ? null : JSON.stringify(report)}::text::jsonb
    WHERE run_id = ${runId} AND state = 'running'`.execute(db);
}

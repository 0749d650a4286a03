import type { JobRun } from '@deadwax/contract/catalog-schemas';
import { type RawBuilder, sql } from 'kysely';
import type { CatalogDatabase } from '../../database/tables.ts';
import type { PullFlags } from '../../pull/flags.ts';
import { presentReport, sumRun } from '../../pull/runs.ts';

/** Runs that meet a condition over `job_run r`, latest first. One that goes on reports what it has done so far. */
export async function listRuns(db: CatalogDatabase, condition: RawBuilder<unknown>, limit: number): Promise<JobRun[]> {
  const { rows } = await sql<JobRun>`
    SELECT r.run_id::integer AS run_id, r.job, r.state, r.actor, r.parameters, to_jsonb(r.started_at) AS started_at,
      to_jsonb(r.heartbeat_at) AS heartbeat_at, to_jsonb(r.finished_at) AS finished_at, r.report, r.failure
    FROM job_run r WHERE ${condition} ORDER BY r.run_id DESC LIMIT ${limit}`.execute(db);
  return Promise.all(rows.map((run) => withProgress(db, run)));
}

async function withProgress(db: CatalogDatabase, run: JobRun): Promise<JobRun> {
  if (run.state !== 'running' || run.job !== 'pull') return run;
  const flags = run.parameters as unknown as PullFlags;
  return { ...run, report: presentReport(await sumRun(db, run.run_id), flags) };
}

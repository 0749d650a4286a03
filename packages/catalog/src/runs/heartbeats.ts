import { sql } from 'kysely';
import type { CatalogDatabase } from '../database/tables.ts';

/** Does the work of a job that opens no run, and records how it ended. */
export async function recordOutcome(db: CatalogDatabase, job: string, work: () => Promise<unknown>): Promise<void> {
  try {
    await work();
  } catch (error) {
    const failure = error instanceof Error ? error.message : String(error);
    await sql`
      INSERT INTO job_heartbeat (job, failed_at, failure) VALUES (${job}, now(), ${failure})
      ON CONFLICT (job) DO UPDATE SET failed_at = excluded.failed_at, failure = excluded.failure`
      .execute(db)
      // The work's own fault is the one to tell of.
      .catch(() => undefined);
    throw error;
  }
  await sql`
    INSERT INTO job_heartbeat (job, succeeded_at) VALUES (${job}, now())
    ON CONFLICT (job) DO UPDATE SET succeeded_at = excluded.succeeded_at`.execute(db);
}

export interface JobHealth {
  readonly job: string;
  /** Seconds since 1970; null where the job never ended well, or never badly. */
  readonly succeededAt: number | null;
  readonly failedAt: number | null;
}

/** When each job last ended well and when badly. Runs that go on say nothing. */
export async function listJobHealth(db: CatalogDatabase): Promise<JobHealth[]> {
  const { rows } = await sql<JobHealth>`
    SELECT job, extract(epoch FROM max(succeeded_at))::float8 AS "succeededAt",
      extract(epoch FROM max(failed_at))::float8 AS "failedAt"
    FROM (
      SELECT job, CASE WHEN state = 'succeeded' THEN finished_at END AS succeeded_at,
        CASE WHEN state IN ('failed', 'aborted') THEN finished_at END AS failed_at
      FROM job_run WHERE state <> 'running'
      UNION ALL SELECT job, succeeded_at, failed_at FROM job_heartbeat
    ) AS ended
    GROUP BY job ORDER BY job`.execute(db);
  return rows;
}

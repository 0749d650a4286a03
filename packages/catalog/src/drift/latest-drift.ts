import { sql } from 'kysely';
import type { CatalogDatabase } from '../database/tables.ts';
import { type CleanStreak, cleanStreak } from './clean-streak.ts';
import type { DriftReport } from './report.ts';

export interface LatestDrift {
  readonly run_id: number;
  readonly state: 'succeeded' | 'failed' | 'aborted';
  readonly actor: string;
  readonly parameters: Record<string, unknown>;
  /** ISO 8601. */
  readonly started_at: string;
  readonly finished_at: string;
  readonly failure: string | null;
  readonly report: DriftReport;
  readonly streak: CleanStreak;
}

/** The last comparison that ended, however; null before the first. */
export async function findLatestDrift(db: CatalogDatabase): Promise<LatestDrift | null> {
  const { rows } = await sql<Omit<LatestDrift, 'streak'>>`
    SELECT run_id::integer AS run_id, state, actor, parameters, to_jsonb(started_at) #>> '{}' AS started_at,
      to_jsonb(finished_at) #>> '{}' AS finished_at, failure, report
    FROM job_run WHERE job = 'drift' AND state <> 'running' ORDER BY run_id DESC LIMIT 1`.execute(db);
  const [run] = rows;
  return run === undefined ? null : { ...run, streak: await cleanStreak(db) };
}

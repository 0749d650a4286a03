import { sql } from 'kysely';
import type { CatalogDatabase } from '../database/tables.ts';

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

import { sql } from 'kysely';
import type { CatalogDatabase } from '../database/tables.ts';

/** Runs whose differences are kept whole. */
const KEPT_RUNS = 7;

/** Deletes differences of older runs. Changed ids stay: the review queue tells by them what a person has seen before. */
export async function forgetOldDifferences(db: CatalogDatabase): Promise<void> {
  await sql`
    DELETE FROM identity_drift WHERE class NOT LIKE 'id\\_changed:%' AND run_id < (
      SELECT coalesce(min(run_id), 0) FROM (
        SELECT run_id FROM job_run WHERE job = 'drift' ORDER BY run_id DESC LIMIT ${KEPT_RUNS}
      ) AS kept
    )`.execute(db);
}

import { sql } from 'kysely';
import type { CatalogDatabase } from '../database/tables.ts';

/** Hours without a word after which nobody is taken to come back to a run: the queue asks again much sooner. */
const SILENT_HOURS = 24;

/**
 * Ends runs that nobody goes on with: their messages were lost, or their worker with all its tries. What they wrote stays, and a
 * message that comes after all finds its run over. Gives their numbers.
 */
export async function endSilentRuns(db: CatalogDatabase): Promise<number[]> {
  const failure = `nobody was heard of for ${SILENT_HOURS} hours`;
  const { rows } = await sql<{ run_id: number }>`
    UPDATE job_run SET state = 'failed', finished_at = now(), failure = ${failure}
    WHERE state = 'running' AND heartbeat_at < now() - make_interval(hours => ${sql.lit(SILENT_HOURS)})
    RETURNING run_id::integer AS run_id`.execute(db);
  return rows.map(({ run_id }) => run_id).sort((one, other) => one - other);
}

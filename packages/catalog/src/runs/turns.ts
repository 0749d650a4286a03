import { sql } from 'kysely';
import type { CatalogDatabase } from '../database/tables.ts';

/** Minutes after which a run that nobody was heard of in holds no other up. */
const SILENT_MINUTES = 15;

/** Jobs that ask about the whole library: together they would ask for twice of what the resolver is asked at most. */
const DRAINS = sql`('pull', 'drift', 'changed')`;

/** Another run asks about the library: the queue asks again later. */
export class NotItsTurnError extends Error {
  readonly code = 'not_its_turn';
}

/** Lets one such run open at a time, to the end of the transaction: of two that open at once, both see which is first. */
export async function openInTurn(transaction: CatalogDatabase): Promise<void> {
  await sql`SELECT pg_advisory_xact_lock(hashtext('deadwax.drain'))`.execute(transaction);
}

/** Runs that ask about the library take turns, the oldest first. Throws NotItsTurnError where another goes before; the run is shown to live. */
export async function awaitTurn(db: CatalogDatabase, runId: number): Promise<void> {
  const { rows } = await sql<{ run_id: string }>`
    SELECT run_id::text AS run_id FROM job_run
    WHERE run_id < ${runId} AND job IN ${DRAINS} AND state = 'running'
      AND heartbeat_at > now() - make_interval(mins => ${SILENT_MINUTES}::integer)
    ORDER BY run_id LIMIT 1`.execute(db);
  const [first] = rows;
  if (first === undefined) return;
  await sql`UPDATE job_run SET heartbeat_at = now() WHERE run_id = ${runId} AND state = 'running'`.execute(db);
  throw new NotItsTurnError(`run ${runId} waits for run ${first.run_id}`);
}

/** Whether a run of the job goes on, or waits for its turn. */
export async function isGoingOn(db: CatalogDatabase, job: 'pull' | 'drift' | 'changed'): Promise<boolean> {
  const { rows } = await sql`
    SELECT 1 FROM job_run WHERE job = ${job} AND state = 'running'
      AND heartbeat_at > now() - make_interval(mins => ${SILENT_MINUTES}::integer) LIMIT 1`.execute(db);
  return rows.length > 0;
}

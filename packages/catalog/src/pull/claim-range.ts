import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import type { CatalogDatabase } from '../database/tables.ts';
import type { PullCounters } from './counters.ts';
import type { Cohort } from './eligible.ts';

export interface ClaimedRange {
  readonly runId: number;
  readonly rangeNo: number;
  /** The worker, and which of its claims: an older one of its own is no longer its. */
  readonly worker: string;
  readonly cohort: Cohort;
  readonly lastId: number;
  readonly cursorId: number;
  readonly counters: PullCounters;
}

/** The claim went to another worker, or the run is over: what was not committed is theirs to do. */
export class LostClaimError extends Error {
  readonly code = 'lost_claim';
}

export type Claim = ClaimedRange | 'done' | 'held';

/** Takes a range for a worker, where none holds it or its holder has not been heard of for `leaseSeconds`. */
export async function claimRange(
  db: CatalogDatabase,
  { runId, rangeNo, worker, leaseSeconds }: { runId: number; rangeNo: number; worker: string; leaseSeconds: number },
): Promise<Claim> {
  const holder = `${worker}/${randomUUID().slice(0, 8)}`;
  const { rows } = await sql<{ cohort: Cohort; last_id: number; cursor_id: number; counters: PullCounters }>`
    UPDATE job_range SET state = 'working', worker = ${holder}, claimed_at = now()
    WHERE run_id = ${runId} AND range_no = ${rangeNo}
      AND (state IN ('waiting', 'failed')
        OR (state = 'working' AND claimed_at < now() - make_interval(secs => ${leaseSeconds})))
      AND EXISTS (SELECT 1 FROM job_run WHERE job_run.run_id = job_range.run_id AND job_run.state = 'running')
    RETURNING cohort, last_id, cursor_id, counters`.execute(db);
  const [range] = rows;
  if (range !== undefined) {
    const { cohort, last_id: lastId, cursor_id: cursorId, counters } = range;
    return { runId, rangeNo, worker: holder, cohort, lastId, cursorId, counters };
  }
  const state = await db
    .selectFrom('job_range')
    .innerJoin('job_run', 'job_run.run_id', 'job_range.run_id')
    .select(['job_range.state', 'job_run.state as run_state'])
    .where('job_range.run_id', '=', String(runId))
    .where('range_no', '=', rangeNo)
    .executeTakeFirst();
  return state === undefined || state.state === 'done' || state.run_state !== 'running' ? 'done' : 'held';
}

/** Gives a claim up, so that nobody waits for it to run out. What is no longer the worker's is left alone. */
export async function releaseRange(
  db: CatalogDatabase,
  { runId, rangeNo, worker }: Pick<ClaimedRange, 'runId' | 'rangeNo' | 'worker'>,
): Promise<void> {
  await sql`
    UPDATE job_range SET state = 'waiting'
    WHERE run_id = ${runId} AND range_no = ${rangeNo} AND worker = ${worker} AND state = 'working'`.execute(db);
}

/** Moves a claimed range on, with its counters. Throws LostClaimError where the claim is no longer the worker's. */
export async function advanceRange(
  db: CatalogDatabase,
  { runId, rangeNo, worker }: Pick<ClaimedRange, 'runId' | 'rangeNo' | 'worker'>,
  { cursorId, counters, done }: { cursorId: number; counters: PullCounters; done: boolean },
): Promise<void> {
  const { rows } = await sql`
    UPDATE job_range SET cursor_id = ${cursorId}, counters = ${JSON.stringify(counters)}::text::jsonb, claimed_at = now(),
      state = ${done ? 'done' : 'working'}
    WHERE run_id = ${runId} AND range_no = ${rangeNo} AND worker = ${worker} AND state = 'working'
    RETURNING range_no`.execute(db);
  if (rows.length === 0) throw new LostClaimError(`range ${rangeNo} of run ${runId} is no longer held by ${worker}`);
  await sql`UPDATE job_run SET heartbeat_at = now() WHERE run_id = ${runId} AND heartbeat_at < now() - interval '5 seconds'`.execute(
    db,
  );
}

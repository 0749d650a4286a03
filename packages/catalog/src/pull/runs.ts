import { sql } from 'kysely';
import { jsonRows } from '../database/json-rows.ts';
import type { CatalogDatabase } from '../database/tables.ts';
import { openInTurn } from '../runs/turns.ts';
import { addCounters, dryRunReport, emptyCounters, type PullCounters } from './counters.ts';
import type { Cohort } from './eligible.ts';
import type { PullFlags } from './flags.ts';

/** Ids of a range: enough for a worker to be busy a while, few enough for several to share a run. */
const RANGE_IDS = 4000;

export interface PullRun {
  readonly runId: number;
  readonly flags: PullFlags;
  readonly now: string;
  readonly ranges: readonly { readonly rangeNo: number; readonly cohort: Cohort }[];
}

/**
 * Opens a run and lays out its ranges, in the caller's transaction: compilations first, then the rest; `recheck` has compilations
 * only.
 */
export async function openRun(transaction: CatalogDatabase, flags: PullFlags, actor: string): Promise<PullRun> {
  await openInTurn(transaction);
  const run = await transaction
    .insertInto('job_run')
    .values({ job: 'pull', actor, parameters: JSON.stringify(flags) })
    .returning(['run_id', 'started_at'])
    .executeTakeFirstOrThrow();
  const { rows } = await sql<{ low: number | null; high: number | null }>`
    SELECT min(id) AS low, max(id) AS high FROM library`.execute(transaction);
  const ranges = layOut(rows[0]?.low ?? null, rows[0]?.high ?? 0, flags);
  await sql`
    INSERT INTO job_range (run_id, range_no, cohort, first_id, last_id, cursor_id, counters)
    SELECT ${run.run_id}::bigint, range_no, cohort, first_id, last_id, first_id - 1,
      ${JSON.stringify(emptyCounters())}::text::jsonb
    FROM jsonb_to_recordset(${jsonRows(ranges)})
      AS range (range_no integer, cohort text, first_id integer, last_id integer)`.execute(transaction);
  return {
    runId: Number(run.run_id),
    flags,
    now: run.started_at.toISOString(),
    ranges: ranges.map(({ range_no, cohort }) => ({ rangeNo: range_no, cohort })),
  };
}

function layOut(low: number | null, high: number, { recheck }: PullFlags) {
  const cohorts: Cohort[] = recheck ? ['va'] : ['va', 'non_va'];
  if (low === null) return [];
  const starts = Array.from({ length: Math.ceil((high - low + 1) / RANGE_IDS) }, (_, place) => low + place * RANGE_IDS);
  return cohorts
    .flatMap((cohort) =>
      starts.map((first_id) => ({ cohort, first_id, last_id: Math.min(high, first_id + RANGE_IDS - 1) })),
    )
    .map((range, range_no) => ({ ...range, range_no }));
}

/** Reads a run that is still going on; null where it is over or never was. */
export async function findRunningRun(db: CatalogDatabase, runId: number): Promise<PullRun | null> {
  const run = await db
    .selectFrom('job_run')
    .select(['parameters', 'started_at'])
    .where('run_id', '=', String(runId))
    .where('job', '=', 'pull')
    .where('state', '=', 'running')
    .executeTakeFirst();
  if (run === undefined) return null;
  const ranges = await db
    .selectFrom('job_range')
    .select(['range_no', 'cohort'])
    .where('run_id', '=', String(runId))
    .where('state', '<>', 'done')
    .orderBy('range_no')
    .execute();
  return {
    runId,
    flags: run.parameters as PullFlags,
    now: run.started_at.toISOString(),
    ranges: ranges.map(({ range_no, cohort }) => ({ rangeNo: range_no, cohort: cohort as Cohort })),
  };
}

export type PullReport = Readonly<Partial<Record<Cohort, PullCounters>>>;

/** What the ranges of a run have counted, by cohort. */
export async function sumRun(db: CatalogDatabase, runId: number): Promise<PullReport> {
  const ranges = await db
    .selectFrom('job_range')
    .select(['cohort', 'counters'])
    .where('run_id', '=', String(runId))
    .execute();
  const report: Partial<Record<Cohort, PullCounters>> = {};
  for (const { cohort, counters } of ranges) {
    const known = report[cohort as Cohort] ?? emptyCounters();
    report[cohort as Cohort] = addCounters(known, counters as unknown as PullCounters);
  }
  return report;
}

/** The report of a run as it is shown: a dry one says what it would do. */
export function presentReport(report: PullReport, { dryRun }: Pick<PullFlags, 'dryRun'>): Record<string, object> {
  const drains = Object.entries(report) as [Cohort, PullCounters][];
  return Object.fromEntries(drains.map(([cohort, counters]) => [cohort, dryRun ? dryRunReport(counters) : counters]));
}

/** Closes a run whose ranges are all done; gives its report, or null where some are not or another closed it. */
export async function closeFinishedRun(
  db: CatalogDatabase,
  { runId, flags }: Pick<PullRun, 'runId' | 'flags'>,
): Promise<PullReport | null> {
  const report = await sumRun(db, runId);
  const shown = JSON.stringify(presentReport(report, flags));
  const { rows } = await sql<{ run_id: string }>`
    UPDATE job_run SET state = 'succeeded', finished_at = now(), heartbeat_at = now(), report = ${shown}::text::jsonb
    WHERE run_id = ${runId} AND state = 'running'
      AND NOT EXISTS (SELECT 1 FROM job_range WHERE job_range.run_id = job_run.run_id AND job_range.state <> 'done')
    RETURNING run_id`.execute(db);
  return rows.length === 0 ? null : report;
}

/** Ends a run that cannot go on, with what it counted so far. */
export async function abortRun(
  db: CatalogDatabase,
  { runId, flags }: Pick<PullRun, 'runId' | 'flags'>,
  failure: string,
): Promise<void> {
  const report = presentReport(await sumRun(db, runId), flags);
  await sql`
    UPDATE job_run SET state = 'aborted', finished_at = now(), failure = ${failure}, report = ${JSON.stringify(report)}::text::jsonb
    WHERE run_id = ${runId} AND state = 'running'`.execute(db);
}

import { randomUUID } from 'node:crypto';
import { hostname } from 'node:os';
import { refreshStatistics } from '../database/refresh-statistics.ts';
import type { CatalogDatabase } from '../database/tables.ts';
import { DEFAULT_LEASE_SECONDS } from '../queue/lease.ts';
import { UnauthorisedError } from './ask-patiently.ts';
import { claimRange, releaseRange } from './claim-range.ts';
import type { PullFlags } from './flags.ts';
import { abortRun, closeFinishedRun, openRun, type PullReport, type PullRun, sumRun } from './runs.ts';
import { traceRun } from './trace-run.ts';
import { type PullDependencies, workRange } from './work-range.ts';

/** A name for this worker that no other has, on any machine. */
export function nameWorker(): string {
  return `${hostname()}:${process.pid}:${randomUUID().slice(0, 8)}`;
}

/** Opens a run and goes through all of it here, `concurrency` ranges at a time. Gives what it counted, by cohort. */
export async function runPull(
  dependencies: PullDependencies,
  flags: PullFlags,
  { actor, concurrency = 2 }: { actor: string; concurrency?: number },
): Promise<{ runId: number; report: PullReport }> {
  const run = await dependencies.db.transaction().execute((transaction) => openRun(transaction, flags, actor));
  return { runId: run.runId, report: await goThrough(dependencies, run, concurrency) };
}

/** Goes on with a run where it stopped. */
export async function goThrough(
  dependencies: PullDependencies,
  run: PullRun,
  concurrency: number,
): Promise<PullReport> {
  const worker = nameWorker();
  const waiting = run.ranges.map(({ rangeNo }) => rangeNo);
  const work = async () => {
    for (let rangeNo = waiting.shift(); rangeNo !== undefined; rangeNo = waiting.shift())
      await workOne(dependencies, run, { rangeNo, worker });
  };
  // Every worker comes to its end before a fault is passed on: none writes on behind the caller's back.
  const ended = await Promise.allSettled(Array.from({ length: concurrency }, work));
  const fault = ended.find((each) => each.status === 'rejected');
  if (fault !== undefined) throw fault.reason;
  await closeRun(dependencies.db, run);
  return sumRun(dependencies.db, run.runId);
}

/** Claims a range and goes through it; the worker that ends the last one closes the run. */
export async function workOne(
  dependencies: PullDependencies,
  run: PullRun,
  { rangeNo, worker, leaseSeconds = DEFAULT_LEASE_SECONDS }: { rangeNo: number; worker: string; leaseSeconds?: number },
): Promise<'done' | 'held'> {
  const claim = await claimRange(dependencies.db, { runId: run.runId, rangeNo, worker, leaseSeconds });
  if (typeof claim === 'string') return claim;
  try {
    await workRange(run, claim, dependencies);
  } catch (error) {
    if (error instanceof UnauthorisedError) await abortRun(dependencies.db, run, error.message);
    // Where the database is what failed, the claim runs out.
    await releaseRange(dependencies.db, claim).catch(() => undefined);
    throw error;
  }
  await closeRun(dependencies.db, run);
  return 'done';
}

/** Closes a run whose last range is done, once. */
async function closeRun(db: CatalogDatabase, run: PullRun): Promise<void> {
  const report = await closeFinishedRun(db, run);
  if (report === null) return;
  traceRun(run, report);
  if (!run.flags.dryRun && Object.values(report).some(({ scanned }) => scanned > 0)) await refreshStatistics(db);
}

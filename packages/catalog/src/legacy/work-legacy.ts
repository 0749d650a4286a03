import { isConnectionFault } from '@deadwax/platform/database/connection-fault';
import type { CatalogDatabase } from '../database/tables.ts';
import type { QueueMessages } from '../queue/open-queue.ts';
import { closeSoloRun, findSoloRun, LostRunError, type SoloRun } from '../runs/solo-run.ts';
import { migratePage } from './migrate-page.ts';
import type { LegacyPlan } from './open-legacy.ts';
import { emptyMigrationReport, emptyUnwindingReport, type LegacyReport } from './report.ts';
import { unwindPage } from './unwind-page.ts';

export interface LegacyDependencies {
  readonly db: CatalogDatabase;
  readonly signal: AbortSignal;
  /** Told what happens, for the log. */
  readonly log: (step: string, details: Readonly<Record<string, unknown>>) => void;
}

export type LegacyRun = SoloRun<LegacyPlan, LegacyReport>;

/**
 * Goes through the run that a message names. A worker that stops, a database that is away and a claim that was lost leave the run
 * to whoever takes the message next; any other fault ends it. Messages of runs that are over are done with.
 */
export async function workLegacy(
  dependencies: LegacyDependencies,
  { runId }: QueueMessages['identity.legacy'],
): Promise<void> {
  const { db, signal, log } = dependencies;
  const run = await findSoloRun<LegacyPlan, LegacyReport>(db, 's1', runId);
  if (run === null) return;
  try {
    const report = await goThroughLegacy(dependencies, run);
    await closeSoloRun(db, runId, { state: 'succeeded', report, failure: null });
  } catch (error) {
    if (signal.aborted || error instanceof LostRunError || isConnectionFault(error)) throw error;
    log('failed', { runId, job: 's1', error });
    const { report } = (await findSoloRun<LegacyPlan, LegacyReport>(db, 's1', runId)) ?? run;
    const failure = error instanceof Error ? error.message : String(error);
    await closeSoloRun(db, runId, { state: 'failed', report, failure });
  }
}

/** Page by page, each with its counts in one transaction; goes on where an earlier worker stopped. */
async function goThroughLegacy({ db, signal, log }: LegacyDependencies, run: LegacyRun): Promise<LegacyReport> {
  const { unwind } = run.parameters;
  const work = unwind ? unwindPage : migratePage;
  let report = run.report ?? (unwind ? emptyUnwindingReport() : emptyMigrationReport());
  for (let cursorId = run.cursorId; ; ) {
    signal.throwIfAborted();
    const page = await work(db, { ...run, cursorId, report });
    if (page === null) return report;
    report = page.report;
    cursorId = page.cursorId;
    log('legacy_page', { runId: run.runId, throughId: cursorId });
  }
}

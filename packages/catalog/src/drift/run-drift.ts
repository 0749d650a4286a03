import type { CatalogDatabase } from '../database/tables.ts';
import { readQuestions } from '../identity/questions.ts';
import { type AskingDependencies, askPatiently, UnauthorisedError } from '../pull/ask-patiently.ts';
import type { ResolverGateway } from '../resolver-client/gateway.ts';
import { closeSoloRun, findSoloRun, type SoloRun } from '../runs/solo-run.ts';
import { compareSlice } from './compare-slice.ts';
import { forgetOldDifferences } from './forget-old-differences.ts';
import { type DriftOptions, type DriftPlan, openDrift } from './open-drift.ts';
import { closeReport, count, type DriftReport, emptyReport } from './report.ts';
import { countStrata, type SelectedRow, selectRows } from './select-rows.ts';

export interface DriftDependencies extends AskingDependencies {
  readonly db: CatalogDatabase;
}

export type DriftRun = SoloRun<DriftPlan, DriftReport>;

/** Opens a run and goes through all of it here. Gives the counts; a fault ends the run. */
export async function runDrift(
  dependencies: DriftDependencies,
  options: DriftOptions,
): Promise<{ runId: number; report: DriftReport }> {
  const { db, signal } = dependencies;
  const runId = await db.transaction().execute((transaction) => openDrift(transaction, options));
  const run = (await findSoloRun(db, 'drift', runId)) as DriftRun;
  try {
    return { runId, report: await goThroughDrift(dependencies, run) };
  } catch (error) {
    await failDrift(db, runId, { error, aborted: signal.aborted }).catch(() => undefined);
    throw error;
  }
}

/**
 * Asks about rows again and compares what is stored with what comes, without writing any identity, unless told to. Rows that differ
 * are kept in `identity_drift`. Goes on where an earlier worker stopped, and ends the run.
 */
export async function goThroughDrift(dependencies: DriftDependencies, run: DriftRun): Promise<DriftReport> {
  const { db, signal, log } = dependencies;
  const { runId, parameters: plan } = run;
  const report = run.report ?? emptyReport(await countStrata(db, plan));
  let cursorId = run.cursorId;
  for await (const slice of selectRows(db, plan, { after: cursorId ?? 0, sliceRows: plan.sliceRows })) {
    signal.throwIfAborted();
    await goThroughSlice(dependencies, { run, report, cursorId }, slice);
    cursorId = slice.at(-1)?.libraryId ?? cursorId;
  }
  const closed = closeReport(report, { isWhole: plan.sample === 'all', alertShare: plan.alertShare });
  await closeSoloRun(db, runId, { state: 'succeeded', report: closed, failure: null });
  await forgetOldDifferences(db);
  if (closed.alert) log('drift_alert', { runId, idChangedShare: closed.id_changed_share, alertShare: plan.alertShare });
  return closed;
}

/** Ends a run that cannot go on, with what was counted and committed. */
export async function failDrift(
  db: CatalogDatabase,
  runId: number,
  { error, aborted }: { error: unknown; aborted: boolean },
): Promise<void> {
  const run = await findSoloRun<DriftPlan, DriftReport>(db, 'drift', runId);
  if (run === null) return;
  const { alertShare } = run.parameters;
  const report = run.report ?? emptyReport(new Map());
  await closeSoloRun(db, runId, {
    state: aborted || error instanceof UnauthorisedError ? 'aborted' : 'failed',
    report: closeReport(report, { isWhole: false, alertShare }),
    failure: error instanceof Error ? error.message : String(error),
  });
}

interface Progress {
  readonly run: DriftRun;
  /** Counted in place. */
  readonly report: DriftReport;
  readonly cursorId: number | null;
}

async function goThroughSlice(
  dependencies: DriftDependencies,
  { run, report, cursorId }: Progress,
  slice: readonly SelectedRow[],
): Promise<void> {
  const { db, gateway, signal, log } = dependencies;
  const ids = slice.map(({ libraryId }) => libraryId);
  const questions = await readQuestions(db, ids);
  const { apply } = run.parameters;
  const asking: ResolverGateway = {
    ...gateway,
    // Tracks weigh much, and are compared with nothing.
    bulkResolve: (inputs, call) =>
      gateway.bulkResolve(inputs, { ...call, caller: 'drift', includeTracks: apply, fresh: true }),
  };
  const asked = await askPatiently({ ...dependencies, gateway: asking }, questions);
  signal.throwIfAborted();
  report.selected += slice.length;
  report.superseded += slice.length - questions.length;
  report.could_not_ask.rows += asked.failed.length;
  for (const { reason } of asked.failed) count(report.could_not_ask.reasons, reason);
  const strata = new Map(slice.map(({ libraryId, stratum }) => [libraryId, stratum]));
  const step = { from: cursorId, to: ids.at(-1) as number };
  await compareSlice(db, asked.answers, { run, step, report, strata });
  log('drift_slice', { runId: run.runId, rows: slice.length, failed: asked.failed.length });
  if (asked.unauthorised) throw new UnauthorisedError('the resolver refuses the key');
}

import { randomUUID } from 'node:crypto';
import type { CatalogDatabase } from '../database/tables.ts';
import { readQuestions } from '../identity/questions.ts';
import { askBatch } from '../pull/ask-batch.ts';
import { UnauthorisedError } from '../pull/work-range.ts';
import type { ResolverGateway } from '../resolver-client/gateway.ts';
import { compareSlice } from './compare-slice.ts';
import { closeDriftRun, openDriftRun } from './drift-runs.ts';
import { closeReport, count, type DriftReport, emptyReport } from './report.ts';
import { allStrata, countStrata, type SelectedRow, type StratumPart, selectRows } from './select-rows.ts';

export interface DriftDependencies {
  readonly db: CatalogDatabase;
  readonly gateway: ResolverGateway;
  /** Told of each slice, for the log. */
  readonly log?: (step: string, details: Readonly<Record<string, unknown>>) => void;
}

export interface DriftOptions {
  readonly actor: string;
  /** So many rows, or every one: only those runs tell whether the library is clean. */
  readonly sample: number | 'all';
  /** What rows are told apart by, for the sample and the report. Default method, age and confidence. */
  readonly strata?: readonly StratumPart[];
  /** Draws the same sample again, where nothing else changed. Default a new one. */
  readonly seed?: string;
  /** The moment that ages count back from, ISO 8601. Default now. */
  readonly asOf?: string;
  /** Write what differs. Default false: compare only. */
  readonly apply?: boolean;
  /** Share of rows with a changed id above which the run alerts. Default 0.01. */
  readonly alertShare?: number;
  /** Rows of a call, 1 to 1,000. Default 500. */
  readonly sliceRows?: number;
}

/**
 * Asks about rows again and compares what is stored with what comes, without writing any identity, unless told to. Gives the
 * counts; rows that differ are kept in `identity_drift`.
 */
export async function runDrift(
  dependencies: DriftDependencies,
  options: DriftOptions,
  signal: AbortSignal,
): Promise<{ runId: number; report: DriftReport }> {
  const { db } = dependencies;
  const plan = {
    sample: options.sample,
    strata: options.strata ?? allStrata,
    seed: options.seed ?? randomUUID(),
    asOf: options.asOf ?? new Date().toISOString(),
    apply: options.apply ?? false,
    alertShare: options.alertShare ?? 0.01,
    sliceRows: options.sliceRows ?? 500,
  };
  if (plan.sample !== 'all' && !(Number.isInteger(plan.sample) && plan.sample > 0))
    throw new RangeError(`a sample of ${plan.sample} rows: a whole number, 1 or more, is wanted`);
  const runId = await openDriftRun(db, { actor: options.actor, parameters: plan });
  const report = emptyReport(await countStrata(db, plan));
  const close = (isWhole: boolean) => closeReport(report, { isWhole, alertShare: plan.alertShare });
  try {
    for await (const slice of selectRows(db, plan, plan.sliceRows)) {
      signal.throwIfAborted();
      await goThroughSlice(dependencies, slice, { runId, report, actor: options.actor, apply: plan.apply, signal });
    }
  } catch (error) {
    const state = signal.aborted || error instanceof UnauthorisedError ? 'aborted' : 'failed';
    const failure = error instanceof Error ? error.message : String(error);
    await closeDriftRun(db, runId, { state, report: close(false), failure }).catch(() => undefined);
    throw error;
  }
  const closed = close(plan.sample === 'all');
  await closeDriftRun(db, runId, { state: 'succeeded', report: closed, failure: null });
  return { runId, report: closed };
}

interface Slice {
  readonly runId: number;
  /** Counted in place. */
  readonly report: DriftReport;
  readonly actor: string;
  readonly apply: boolean;
  readonly signal: AbortSignal;
}

async function goThroughSlice(
  { db, gateway, log }: DriftDependencies,
  slice: readonly SelectedRow[],
  { report, signal, ...run }: Slice,
): Promise<void> {
  const questions = await readQuestions(
    db,
    slice.map(({ libraryId }) => libraryId),
  );
  const asking: ResolverGateway = {
    ...gateway,
    // Tracks weigh much, and are compared with nothing.
    bulkResolve: (inputs, call) =>
      gateway.bulkResolve(inputs, { ...call, caller: 'drift', includeTracks: run.apply, fresh: true }),
  };
  const asked = await askBatch(asking, questions, signal);
  signal.throwIfAborted();
  report.selected += slice.length;
  report.superseded += slice.length - questions.length;
  report.could_not_ask.rows += asked.failed.length;
  for (const { reason } of asked.failed) count(report.could_not_ask.reasons, reason);
  const strata = new Map(slice.map(({ libraryId, stratum }) => [libraryId, stratum]));
  await compareSlice(db, asked.answers, { ...run, report, strata });
  log?.('drift_slice', { runId: run.runId, rows: slice.length, failed: asked.failed.length });
  if (asked.unauthorised) throw new UnauthorisedError('the resolver refuses the key');
}

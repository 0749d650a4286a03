import { randomUUID } from 'node:crypto';
import type { PgBoss } from 'pg-boss';
import type { CatalogDatabase } from '../database/tables.ts';
import { startRun } from '../identity/record-run.ts';
import { sendAll } from '../queue/send.ts';
import { openInTurn } from '../runs/turns.ts';
import { allStrata, type DriftSelection, type StratumPart } from './select-rows.ts';

export interface DriftOptions {
  readonly actor: string;
  /** So many rows, or every one: only those runs tell whether the library is clean. */
  readonly sample: number | 'all';
  /** What rows are told apart by, for the sample and the report. Default method, age and confidence. */
  readonly strata?: readonly StratumPart[] | undefined;
  /** Draws the same sample again, where nothing else changed. Default a new one. */
  readonly seed?: string | undefined;
  /** The moment that ages count back from, ISO 8601. Default now. */
  readonly asOf?: string | undefined;
  /** Write what differs. Default false: compare only. */
  readonly apply?: boolean | undefined;
  /** Share of rows with a changed id above which the run alerts. Default 0.01. */
  readonly alertShare?: number | undefined;
  /** Rows of a call, 1 to 1,000. Default 500. */
  readonly sliceRows?: number | undefined;
}

/** What a run was asked for, as it is kept with it. */
export interface DriftPlan extends DriftSelection {
  readonly apply: boolean;
  readonly alertShare: number;
  readonly sliceRows: number;
}

export async function openDrift(transaction: CatalogDatabase, options: DriftOptions): Promise<number> {
  const plan: DriftPlan = {
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
  await openInTurn(transaction);
  return startRun(transaction, { job: 'drift', actor: options.actor, parameters: plan });
}

/** Opens a run and leaves it to whichever worker there is. Gives the run's number. */
export async function sendDrift(db: CatalogDatabase, queue: PgBoss, options: DriftOptions): Promise<number> {
  return db.transaction().execute(async (transaction) => {
    const runId = await openDrift(transaction, options);
    await sendAll(queue, transaction, { name: 'identity.drift', messages: [{ runId }] });
    return runId;
  });
}

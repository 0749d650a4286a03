import type { PgBoss } from 'pg-boss';
import type { CatalogDatabase } from '../database/tables.ts';
import { startRun } from '../identity/record-run.ts';
import { sendAll } from '../queue/send.ts';

/** What a run is asked for, as it is kept with it. */
export interface LegacyPlan {
  /** Counts only. */
  readonly dryRun: boolean;
  /** Takes back what earlier runs wrote. */
  readonly unwind: boolean;
  /** Rows of one transaction. */
  readonly batchSize: number;
}

export interface LegacyOptions {
  readonly dryRun?: boolean | undefined;
  readonly unwind?: boolean | undefined;
  readonly batchSize?: number | undefined;
  readonly actor: string;
}

export function openLegacy(
  db: CatalogDatabase,
  { dryRun = false, unwind = false, batchSize = 500, actor }: LegacyOptions,
): Promise<number> {
  const plan: LegacyPlan = { dryRun, unwind, batchSize };
  return startRun(db, { job: 's1', actor, parameters: plan });
}

/** Opens a run and leaves it to whichever worker there is. Gives the run's number. */
export async function sendLegacy(db: CatalogDatabase, queue: PgBoss, options: LegacyOptions): Promise<number> {
  return db.transaction().execute(async (transaction) => {
    const runId = await openLegacy(transaction, options);
    await sendAll(queue, transaction, { name: 'identity.legacy', messages: [{ runId }] });
    return runId;
  });
}

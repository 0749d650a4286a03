import type { PgBoss } from 'pg-boss';
import type { CatalogDatabase } from '../database/tables.ts';
import { startRun } from '../identity/record-run.ts';
import { sendAll } from '../queue/send.ts';
import { openInTurn } from '../runs/turns.ts';

/** What a run is asked for, as it is kept with it. */
export interface ChangedPlan {
  /** Rows looked at in one go. */
  readonly pageRows: number;
}

export interface ChangedOptions {
  readonly actor: string;
  /** Rows looked at in one go, 1 to 1,000. Default 500. */
  readonly pageRows?: number | undefined;
}

/** Opens a run and leaves it to whichever worker there is. Gives the run's number. */
export async function sendChanged(
  db: CatalogDatabase,
  queue: PgBoss,
  { actor, pageRows = 500 }: ChangedOptions,
): Promise<number> {
  return db.transaction().execute(async (transaction) => {
    await openInTurn(transaction);
    const plan: ChangedPlan = { pageRows };
    const runId = await startRun(transaction, { job: 'changed', actor, parameters: plan });
    await sendAll(queue, transaction, { name: 'identity.changed', messages: [{ runId }] });
    return runId;
  });
}

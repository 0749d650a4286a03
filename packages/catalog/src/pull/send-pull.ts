import type { PgBoss } from 'pg-boss';
import type { CatalogDatabase } from '../database/tables.ts';
import { sendAll } from '../queue/send.ts';
import type { PullFlags } from './flags.ts';
import { closeFinishedRun, openRun } from './runs.ts';

/** Opens a run and leaves its ranges to whichever workers there are, compilations first. Gives the run's number. */
export async function sendPull(db: CatalogDatabase, queue: PgBoss, flags: PullFlags, actor: string): Promise<number> {
  return db.transaction().execute(async (transaction) => {
    const run = await openRun(transaction, flags, actor);
    for (const cohort of ['va', 'non_va'] as const) {
      const messages = run.ranges
        .filter((range) => range.cohort === cohort)
        .map(({ rangeNo }) => ({ runId: run.runId, rangeNo }));
      await sendAll(queue, transaction, { name: 'identity.pull-range', messages, priority: cohort === 'va' ? 2 : 1 });
    }
    // An empty library has no range whose end would close the run.
    if (run.ranges.length === 0) await closeFinishedRun(transaction, run);
    return run.runId;
  });
}

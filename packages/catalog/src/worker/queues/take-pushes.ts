import { workFlowsheet } from '../../push/work-flowsheet.ts';
import { workPush } from '../../push/work-push.ts';
import type { QueueMessages } from '../../queue/open-queue.ts';
import type { WorkerContext } from '../worker-context.ts';

/** Messages of a call at most. */
const BATCH = 100;

/** Rows that were added or edited, and plays that stand in no row: answered by the hundred. */
export async function takePushes({ queue, db, gateway, polling, within }: WorkerContext): Promise<void> {
  const options = { ...polling, batchSize: BATCH };
  await queue.work<QueueMessages['identity.push']>('identity.push', options, async (jobs) => {
    if (jobs[0] !== undefined) await workPush({ db, gateway }, jobs, within(jobs[0]));
  });
  await queue.work<QueueMessages['identity.flowsheet']>('identity.flowsheet', options, async (jobs) => {
    const ids = jobs.map(({ data }) => data.flowsheetId);
    if (jobs[0] !== undefined) await workFlowsheet({ db, gateway }, ids, within(jobs[0]));
  });
}

import { workPull } from '../../pull/work-pull.ts';
import type { QueueMessages } from '../../queue/open-queue.ts';
import type { WorkerContext } from '../worker-context.ts';

/** Ranges of pulls, several at once. */
export async function takePullRanges(context: WorkerContext, ranges: number): Promise<void> {
  const { queue, name, leaseSeconds, polling, within } = context;
  await queue.work<QueueMessages['identity.pull-range']>(
    'identity.pull-range',
    { ...polling, localConcurrency: ranges },
    async ([job]) => {
      if (job === undefined) return;
      await workPull({ ...context, signal: within(job) }, job.data, { name, leaseSeconds });
    },
  );
}

import { workChanged } from '../../changed/work-changed.ts';
import { workDrift } from '../../drift/work-drift.ts';
import { workLegacy } from '../../legacy/work-legacy.ts';
import type { QueueMessages } from '../../queue/open-queue.ts';
import type { WorkerContext } from '../worker-context.ts';

/** Runs that one worker goes through at a time: comparisons, the take-over of older ids, and what a change of snapshot touches. */
export async function takeSoloRuns(context: WorkerContext): Promise<void> {
  const { queue, polling, within } = context;
  await queue.work<QueueMessages['identity.drift']>('identity.drift', polling, async ([job]) => {
    if (job !== undefined) await workDrift({ ...context, signal: within(job) }, job.data);
  });
  await queue.work<QueueMessages['identity.legacy']>('identity.legacy', polling, async ([job]) => {
    if (job !== undefined) await workLegacy({ ...context, signal: within(job) }, job.data);
  });
  await queue.work<QueueMessages['identity.changed']>('identity.changed', polling, async ([job]) => {
    if (job !== undefined) await workChanged({ ...context, signal: within(job) }, job.data);
  });
}

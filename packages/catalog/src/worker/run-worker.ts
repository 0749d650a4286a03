import type { Job } from 'pg-boss';
import { defaultPullFlags, type PullFlags } from '../pull/flags.ts';
import { DEFAULT_LEASE_SECONDS } from '../queue/lease.ts';
import type { QueueName } from '../queue/open-queue.ts';
import { keepSchedules, type Schedules } from './keep-schedules.ts';
import { takePullRanges } from './queues/take-pull-ranges.ts';
import { takePushes } from './queues/take-pushes.ts';
import { takeScheduled } from './queues/take-scheduled.ts';
import { takeSoloRuns } from './queues/take-solo-runs.ts';
import type { WorkerContext, WorkerDependencies } from './worker-context.ts';

export interface WorkerOptions {
  /** Ranges of pulls gone through at once. Default 2: one is asked about while another is written. */
  readonly ranges?: number;
  /** Seconds without a page after which another worker takes a range over. Default 60. */
  readonly leaseSeconds?: number;
  /** Seconds between looks into a queue that was empty. Default 1. */
  readonly pollingSeconds?: number;
  /** Default: people start every pull and comparison. */
  readonly schedules?: Schedules;
  /** What a scheduled pull does. Default the defaults of a pull. */
  readonly pullFlags?: PullFlags;
}

const taken: readonly QueueName[] = [
  'identity.push',
  'identity.flowsheet',
  'identity.pull-range',
  'identity.drift',
  'identity.legacy',
  'catalog.refresh-plays',
  'catalog.open-drift',
  'catalog.open-pull',
  'identity.changed',
  'catalog.open-changed',
];

/** Takes messages of every queue from here on; `stop` lets those at work come to their end. */
export async function startWorker(
  dependencies: WorkerDependencies,
  {
    ranges = 2,
    leaseSeconds = DEFAULT_LEASE_SECONDS,
    pollingSeconds = 1,
    schedules = { drift: null, pull: null, changed: null },
    pullFlags = defaultPullFlags,
  }: WorkerOptions = {},
): Promise<{ stop(): Promise<void> }> {
  const stopping = new AbortController();
  const context: WorkerContext = {
    ...dependencies,
    leaseSeconds,
    pullFlags,
    polling: { pollingIntervalSeconds: pollingSeconds },
    within: (job: Job<object>) => AbortSignal.any([stopping.signal, job.signal]),
  };
  await takePushes(context);
  await takePullRanges(context, ranges);
  await takeSoloRuns(context);
  await takeScheduled(context);
  await keepSchedules(dependencies.queue, schedules);
  return {
    stop: async () => {
      stopping.abort(new Error('the worker is stopping'));
      for (const each of taken) await dependencies.queue.offWork(each, { wait: true });
    },
  };
}

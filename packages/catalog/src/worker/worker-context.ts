import type { Job, PgBoss } from 'pg-boss';
import type { PullFlags } from '../pull/flags.ts';
import type { PullDependencies } from '../pull/work-range.ts';

export interface WorkerDependencies extends Omit<PullDependencies, 'signal'> {
  readonly queue: PgBoss;
  /** The name under which this worker claims ranges: no other has it. */
  readonly name: string;
}

/** What every queue of a worker is taken with. */
export interface WorkerContext extends WorkerDependencies {
  readonly leaseSeconds: number;
  /** What a scheduled pull does. */
  readonly pullFlags: PullFlags;
  readonly polling: { readonly pollingIntervalSeconds: number };
  /** Ends with the worker, or when the queue takes the message away. */
  within(job: Job<object>): AbortSignal;
}

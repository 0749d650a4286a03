import { sql } from 'kysely';
import type { Job, PgBoss } from 'pg-boss';
import { workPull } from '../pull/work-pull.ts';
import type { PullDependencies } from '../pull/work-range.ts';
import { workFlowsheet } from '../push/work-flowsheet.ts';
import { workPush } from '../push/work-push.ts';
import { DEFAULT_LEASE_SECONDS } from '../queue/lease.ts';
import type { QueueMessages } from '../queue/open-queue.ts';

export interface WorkerDependencies extends Omit<PullDependencies, 'signal'> {
  readonly queue: PgBoss;
  /** The name under which this worker claims ranges: no other has it. */
  readonly name: string;
}

export interface WorkerOptions {
  /** Ranges of pulls gone through at once. Default 2: one is asked about while another is written. */
  readonly ranges?: number;
  /** Seconds without a page after which another worker takes a range over. Default 60. */
  readonly leaseSeconds?: number;
  /** Seconds between looks into a queue that was empty. Default 1. */
  readonly pollingSeconds?: number;
}

/** Rows of a push call at most. */
const PUSH_BATCH = 100;

/** Takes messages of every queue from here on; `stop` lets those at work come to their end. */
export async function startWorker(
  { queue, name, ...dependencies }: WorkerDependencies,
  { ranges = 2, leaseSeconds = DEFAULT_LEASE_SECONDS, pollingSeconds = 1 }: WorkerOptions = {},
): Promise<{ stop(): Promise<void> }> {
  const { db, gateway } = dependencies;
  const stopping = new AbortController();
  const within = (job: Job<object>) => AbortSignal.any([stopping.signal, job.signal]);
  const polling = { pollingIntervalSeconds: pollingSeconds };
  await queue.work<QueueMessages['identity.push']>(
    'identity.push',
    { ...polling, batchSize: PUSH_BATCH },
    async (jobs) => {
      if (jobs[0] !== undefined) await workPush({ db, gateway }, jobs, within(jobs[0]));
    },
  );
  await queue.work<QueueMessages['identity.flowsheet']>(
    'identity.flowsheet',
    { ...polling, batchSize: PUSH_BATCH },
    async (jobs) => {
      const ids = jobs.map(({ data }) => data.flowsheetId);
      if (jobs[0] !== undefined) await workFlowsheet({ db, gateway }, ids, within(jobs[0]));
    },
  );
  await queue.work<QueueMessages['identity.pull-range']>(
    'identity.pull-range',
    { ...polling, localConcurrency: ranges },
    async ([job]) => {
      if (job === undefined) return;
      await workPull({ ...dependencies, signal: within(job) }, job.data, { name, leaseSeconds });
    },
  );
  await queue.work('catalog.refresh-plays', polling, async () => {
    await sql`REFRESH MATERIALIZED VIEW CONCURRENTLY album_plays`.execute(db);
  });
  await queue.schedule('catalog.refresh-plays', '7 * * * *');
  return {
    stop: async () => {
      stopping.abort(new Error('the worker is stopping'));
      for (const each of ['identity.push', 'identity.flowsheet', 'identity.pull-range', 'catalog.refresh-plays'])
        await queue.offWork(each, { wait: true });
    },
  };
}

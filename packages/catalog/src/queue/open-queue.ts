import type { Database, DatabaseLocation } from '@deadwax/platform/database/open-database';
import { fromPglite, PgBoss } from 'pg-boss';
import type { CatalogTables } from '../database/tables.ts';
import { DEFAULT_LEASE_SECONDS } from './lease.ts';

/** Messages of each queue. */
export interface QueueMessages {
  /** A range of a pull waits for a worker. */
  'identity.pull-range': { readonly runId: number; readonly rangeNo: number };
  /** A library row was added or edited. */
  'identity.push': { readonly libraryId: number; readonly rowChanged: boolean };
  /** A play of something that is in no library row was noted. */
  'identity.flowsheet': { readonly flowsheetId: string };
  /** A comparison waits for a worker. */
  'identity.drift': { readonly runId: number };
  /** A take-over of older ids, or its taking back, waits for a worker. */
  'identity.legacy': { readonly runId: number };
  /** A run over the rows that a change of snapshot touches waits for a worker. */
  'identity.changed': { readonly runId: number };
  'catalog.refresh-plays': Record<string, never>;
  'catalog.open-drift': Record<string, never>;
  'catalog.open-pull': Record<string, never>;
  'catalog.open-changed': Record<string, never>;
}

export type QueueName = keyof QueueMessages;

const DAY = 86_400;
const patient = { retryLimit: 200, retryDelay: 2, retryBackoff: true, retryDelayMax: 300 };
const brief = { retryLimit: 3, retryDelay: 5, expireInSeconds: 120, deleteAfterSeconds: DAY };
type Queues = Readonly<Record<QueueName, Parameters<PgBoss['createQueue']>[1]>>;

const listQueues = (leaseSeconds: number): Queues => ({
  'identity.pull-range': longWork(leaseSeconds),
  'identity.drift': longWork(leaseSeconds),
  'identity.legacy': longWork(leaseSeconds),
  'identity.changed': longWork(leaseSeconds),
  'identity.push': { ...patient, expireInSeconds: 120, retentionSeconds: 14 * DAY, deleteAfterSeconds: 3600 },
  'identity.flowsheet': { ...patient, expireInSeconds: 120, retentionSeconds: 14 * DAY, deleteAfterSeconds: 3600 },
  'catalog.refresh-plays': { retryLimit: 1, expireInSeconds: 600 },
  // What was due while no worker ran is not made up for.
  'catalog.open-drift': { ...brief, retentionSeconds: 3600 },
  'catalog.open-pull': { ...brief, retentionSeconds: 3600 },
  'catalog.open-changed': { ...brief, retentionSeconds: 3600 },
});

/**
 * A worker that is gone is noticed by its heartbeat; the work goes to another. It is back within a lease: what it waits for is a
 * claim that runs out, its turn, or the database.
 */
function longWork(leaseSeconds: number): Queues[QueueName] {
  return {
    ...patient,
    retryLimit: 10_000,
    retryDelayMax: Math.ceil(leaseSeconds / 4),
    heartbeatSeconds: leaseSeconds,
    expireInSeconds: 6 * 3600,
    retentionSeconds: 14 * DAY,
  };
}

export interface QueueOptions {
  readonly onError: (error: Error) => void;
  /** Whether this process keeps the queue in order: schedules, expiry, deletion. One that only sends need not. */
  readonly supervise: boolean;
  /** Seconds without a word after which a worker counts as gone; 10 or more. Default 60. */
  readonly leaseSeconds?: number;
}

/**
 * Starts the queue in the catalog's own database. On a server it has connections of its own; embedded it shares the one session,
 * which PGlite hands out one transaction at a time.
 */
export async function openQueue(
  { pglite }: Pick<Database<CatalogTables>, 'pglite'>,
  location: DatabaseLocation,
  { onError, supervise, leaseSeconds = DEFAULT_LEASE_SECONDS }: QueueOptions,
): Promise<PgBoss> {
  const connection =
    pglite !== null
      ? { db: fromPglite(pglite), backend: 'pglite' as const }
      : { connectionString: 'url' in location ? location.url : '', max: 4, application_name: 'deadwax-queue' };
  const lookEvery = Math.ceil(leaseSeconds / 4);
  const queue = new PgBoss({
    ...connection,
    schema: 'queue',
    supervise,
    schedule: supervise,
    superviseIntervalSeconds: lookEvery,
    monitorIntervalSeconds: lookEvery,
    registerInstance: false,
  });
  queue.on('error', onError);
  await queue.start();
  for (const [name, options] of Object.entries(listQueues(leaseSeconds))) {
    await queue.createQueue(name, options);
    // One that is there already is left as it was made.
    if (supervise) await queue.updateQueue(name, options);
  }
  return queue;
}

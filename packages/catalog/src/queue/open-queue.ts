import type { Database, DatabaseLocation } from '@deadwax/platform/database/open-database';
import { fromPglite, PgBoss } from 'pg-boss';
import type { CatalogTables } from '../database/tables.ts';

/** Messages of each queue. */
export interface QueueMessages {
  /** A range of a pull waits for a worker. */
  'identity.pull-range': { readonly runId: number; readonly rangeNo: number };
  /** A library row was added or edited. */
  'identity.push': { readonly libraryId: number; readonly rowChanged: boolean };
  /** A play of something that is in no library row was noted. */
  'identity.flowsheet': { readonly flowsheetId: string };
  'catalog.refresh-plays': Record<string, never>;
}

export type QueueName = keyof QueueMessages;

const DAY = 86_400;
const patient = { retryLimit: 200, retryDelay: 2, retryBackoff: true, retryDelayMax: 300 };
const queues: Readonly<Record<QueueName, Parameters<PgBoss['createQueue']>[1]>> = {
  // A worker that is gone is noticed by its heartbeat; the range goes to another.
  'identity.pull-range': { ...patient, heartbeatSeconds: 60, expireInSeconds: 6 * 3600, retentionSeconds: 14 * DAY },
  'identity.push': { ...patient, expireInSeconds: 120, retentionSeconds: 14 * DAY, deleteAfterSeconds: 3600 },
  'identity.flowsheet': { ...patient, expireInSeconds: 120, retentionSeconds: 14 * DAY, deleteAfterSeconds: 3600 },
  'catalog.refresh-plays': { retryLimit: 1, expireInSeconds: 600 },
};

export interface QueueOptions {
  readonly onError: (error: Error) => void;
  /** Whether this process keeps the queue in order: schedules, expiry, deletion. One that only sends need not. */
  readonly supervise: boolean;
}

/**
 * Starts the queue in the catalog's own database. On a server it has connections of its own; embedded it shares the one session,
 * which PGlite hands out one transaction at a time.
 */
export async function openQueue(
  { pglite }: Pick<Database<CatalogTables>, 'pglite'>,
  location: DatabaseLocation,
  { onError, supervise }: QueueOptions,
): Promise<PgBoss> {
  const connection =
    pglite !== null
      ? { db: fromPglite(pglite), backend: 'pglite' as const }
      : { connectionString: 'url' in location ? location.url : '', max: 4, application_name: 'deadwax-queue' };
  const queue = new PgBoss({ ...connection, schema: 'queue', supervise, schedule: supervise, registerInstance: false });
  queue.on('error', onError);
  await queue.start();
  for (const [name, options] of Object.entries(queues)) await queue.createQueue(name, options);
  return queue;
}

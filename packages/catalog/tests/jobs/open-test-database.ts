import type { Database, DatabaseLocation } from '@deadwax/platform/database/open-database';
import { sql } from 'kysely';
import type { PgBoss } from 'pg-boss';
import type { CatalogDatabase, CatalogTables } from '../../src/database/tables.ts';
import { openQueue } from '../../src/queue/open-queue.ts';
import { openEmptyCatalog } from './open-empty-catalog.ts';

export const dialects = ['pglite', 'postgres'] as const;

export interface TestDatabase {
  readonly db: CatalogDatabase;
  readonly queue: PgBoss;
  readonly database: Database<CatalogTables>;
  readonly location: DatabaseLocation;
  /** Empties every table, history and queue too, and starts all ids over. */
  empty(): Promise<void>;
  close(): Promise<void>;
}

const EMPTY = `
  ALTER TABLE library_identity_history DISABLE TRIGGER USER;
  ALTER TABLE artist_identity_history DISABLE TRIGGER USER;
  TRUNCATE library, artist, genre, format, label, show, rotation, flowsheet, job_run, job_heartbeat, library_delete_denylist,
    library_identity_history, artist_identity_history RESTART IDENTITY CASCADE;
  ALTER TABLE library_identity_history ENABLE TRIGGER USER;
  ALTER TABLE artist_identity_history ENABLE TRIGGER USER;
  DELETE FROM queue.job`;

/** The catalog's database with its queue: embedded in memory, or a new one on a real server. */
export async function openTestDatabase(dialect: (typeof dialects)[number]): Promise<TestDatabase> {
  const { database, location, close } = await openEmptyCatalog(dialect, { maxConnections: 8 });
  const raise = (error: Error): never => {
    throw error;
  };
  const queue = await openQueue(database, location, { onError: raise, supervise: false });
  return {
    db: database.db,
    queue,
    database,
    location,
    empty: async () => {
      await sql.raw(EMPTY).execute(database.db);
    },
    close: async () => {
      await queue.stop({ graceful: false });
      await close();
    },
  };
}

import { fileURLToPath } from 'node:url';
import { migrate } from '@deadwax/platform/database/migrate';
import { type DatabaseLocation, openDatabase } from '@deadwax/platform/database/open-database';
import type { ResolvedBatch } from '../api/dependencies.ts';
import { type LogWriterOptions, ReconciliationLogWriter } from './reconciliation-log-writer.ts';
import type { ResolverTables } from './tables.ts';

export const migrationsFolder = fileURLToPath(new URL('../../migrations/', import.meta.url));

export interface ResolverStore {
  /** Takes an answered batch into the log, without waiting. */
  log(batch: ResolvedBatch): void;
  /** Writes what is waiting, then lets the database go. */
  close(): Promise<void>;
}

/** Opens the resolver's own state and brings its schema up to date. */
export async function openStore(location: DatabaseLocation, options: LogWriterOptions): Promise<ResolverStore> {
  const { db, close } = await openDatabase<ResolverTables>(location);
  try {
    await migrate(db, migrationsFolder);
  } catch (error) {
    await close();
    throw error;
  }
  const writer = new ReconciliationLogWriter(db, options);
  return {
    log: ({ callerId, inputs, verdicts }) => {
      const askedAt = new Date();
      writer.add(
        verdicts.flatMap((verdict, place) =>
          inputs[place] ? [{ askedAt, caller: callerId, input: inputs[place], verdict }] : [],
        ),
      );
    },
    close: async () => {
      await writer.close();
      await close();
    },
  };
}

import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Database, DatabaseLocation, DatabaseOptions } from '@deadwax/platform/database/open-database';
import { type DatabaseTemplate, startTestPostgres } from '@deadwax/platform/testing/embedded-postgres';
import { oncePerRun } from '@deadwax/platform/testing/once-per-run';
import { openCatalogDatabase } from '../../src/database/open-catalog-database.ts';
import type { CatalogTables } from '../../src/database/tables.ts';
import { openQueue } from '../../src/queue/open-queue.ts';

interface EmptyCatalog {
  readonly database: Database<CatalogTables>;
  readonly location: DatabaseLocation;
  close(): Promise<void>;
}

/** The catalog's database with nothing in it, embedded in memory or on a real server: a copy of one that was migrated once a run. */
export async function openEmptyCatalog(
  dialect: 'pglite' | 'postgres',
  options: DatabaseOptions = {},
): Promise<EmptyCatalog> {
  const server = dialect === 'postgres' ? await startTestPostgres({ template }) : null;
  const location = server === null ? { directory: null } : { url: server.url };
  const image = server === null ? await readCatalogImage() : null;
  const database = await openCatalogDatabase(location, { ...options, image });
  return {
    database,
    location,
    close: async () => {
      await database.close();
      await server?.stop();
    },
  };
}

/** What an embedded catalog with nothing in it starts from. Null outside of a run. */
export async function readCatalogImage(): Promise<Blob | null> {
  const path = await oncePerRun('catalog-image', async (folder) => {
    const database = await fillCatalog({ directory: null });
    const image = await database.pglite?.dumpDataDir('none');
    await database.close();
    const file = join(folder, 'catalog.tar');
    writeFileSync(file, Buffer.from((await image?.arrayBuffer()) ?? new ArrayBuffer(0)));
    return file;
  });
  return path === null ? null : new Blob([readFileSync(path)]);
}

const template: DatabaseTemplate = {
  name: 'catalog',
  fill: async (url) => (await fillCatalog({ url })).close(),
};

async function fillCatalog(location: DatabaseLocation): Promise<Database<CatalogTables>> {
  const database = await openCatalogDatabase(location);
  const raise = (error: Error): never => {
    throw error;
  };
  const queue = await openQueue(database, location, { onError: raise, supervise: false });
  await queue.stop({ graceful: false });
  return database;
}

import { fileURLToPath } from 'node:url';
import { migrate } from '@deadwax/platform/database/migrate';
import {
  type Database,
  type DatabaseLocation,
  type DatabaseOptions,
  openDatabase,
} from '@deadwax/platform/database/open-database';
import type { CatalogTables } from './tables.ts';

export const migrationsFolder = fileURLToPath(new URL('../../migrations/', import.meta.url));

/** Opens the catalog's database and brings its schema up to date. */
export async function openCatalogDatabase(
  location: DatabaseLocation,
  options: DatabaseOptions = {},
): Promise<Database<CatalogTables>> {
  const database = await openDatabase<CatalogTables>(location, options);
  try {
    await migrate(database.db, migrationsFolder);
  } catch (error) {
    await database.close();
    throw error;
  }
  return database;
}

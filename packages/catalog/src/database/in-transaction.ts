import type { CatalogDatabase } from './tables.ts';

/** Runs work in a transaction: the caller's where there is one, else one of its own. */
export async function inTransaction<T>(
  db: CatalogDatabase,
  work: (transaction: CatalogDatabase) => Promise<T>,
): Promise<T> {
  return db.isTransaction ? work(db) : db.transaction().execute(work);
}

import { sql } from 'kysely';
import type { CatalogDatabase } from '../database/tables.ts';
import { UnknownLibraryRowError } from './override-errors.ts';

/** The row, before anything of it is read: whoever writes to it waits. Throws UnknownLibraryRowError. */
export async function lockRow(transaction: CatalogDatabase, libraryId: number): Promise<void> {
  const { rows } = await sql`SELECT 1 FROM library WHERE id = ${libraryId} FOR NO KEY UPDATE`.execute(transaction);
  if (rows.length === 0) throw new UnknownLibraryRowError(libraryId);
}

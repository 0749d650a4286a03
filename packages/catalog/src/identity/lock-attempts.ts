import { sql } from 'kysely';
import { idList } from '../database/json-rows.ts';
import type { CatalogDatabase } from '../database/tables.ts';

/**
 * Locks what is noted of the asking about rows, in order of id. Before anything else that locks what is shown of them: those who
 * write attempts without the library's lock have theirs first and wait for that.
 */
export async function lockAttempts(transaction: CatalogDatabase, libraryIds: readonly number[]): Promise<void> {
  if (libraryIds.length === 0) return;
  await sql`
    SELECT 1 FROM library_attempt WHERE library_id IN ${idList(libraryIds)} ORDER BY library_id FOR UPDATE`.execute(
    transaction,
  );
}

import { sql } from 'kysely';
import { jsonRows } from '../database/json-rows.ts';
import type { CatalogDatabase } from '../database/tables.ts';
import { lockAttempts } from '../identity/lock-attempts.ts';
import { withdrawRows } from '../identity/withdraw-rows.ts';
import { nameKeySql } from './name-key.ts';

/** Deletes a row, keeps its identity in the history, and keeps imports from bringing it back. False where it is not there. */
export async function deleteRow(
  transaction: CatalogDatabase,
  { libraryId, actor, reason }: { libraryId: number; actor: string; reason: string | null },
): Promise<boolean> {
  // Before the record: whoever edits the rotation has its row first, and locks the record behind it.
  await sql`SELECT 1 FROM rotation WHERE library_id = ${libraryId} ORDER BY id FOR UPDATE`.execute(transaction);
  const { rows } = await sql<{ import_key: string | null; name_key: string }>`
    SELECT import_key, ${nameKeySql} AS name_key FROM library WHERE id = ${libraryId} FOR UPDATE`.execute(transaction);
  const [row] = rows;
  if (row === undefined) return false;
  await lockAttempts(transaction, [libraryId]);
  await sql`UPDATE rotation SET library_id = NULL WHERE library_id = ${libraryId}`.execute(transaction);
  await withdrawRows(transaction, [libraryId], { actor, reason: reason ?? 'the row was deleted' });
  await sql`DELETE FROM library WHERE id = ${libraryId}`.execute(transaction);
  const keys = [row.import_key, row.name_key].flatMap((key) => (key === null ? [] : [{ key }]));
  await sql`
    INSERT INTO library_delete_denylist (import_key, library_id, reason, actor)
    SELECT key, ${libraryId}::integer, ${reason}::text, ${actor}::text
    FROM jsonb_to_recordset(${jsonRows(keys)}) AS denied (key text)
    ON CONFLICT (import_key) DO UPDATE SET library_id = excluded.library_id, reason = excluded.reason,
      actor = excluded.actor, deleted_at = now()`.execute(transaction);
  return true;
}

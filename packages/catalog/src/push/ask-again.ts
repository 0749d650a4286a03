import { sql } from 'kysely';
import type { PgBoss } from 'pg-boss';
import { jsonRows } from '../database/json-rows.ts';
import type { CatalogDatabase } from '../database/tables.ts';
import { sendAll } from '../queue/send.ts';

/**
 * Marks rows as waiting for an answer and tells the workers, all in the transaction that added or edited them. An edit that
 * changes what the row is makes everything that stands of it give way (`rowChanged`).
 */
export async function askAgain(
  transaction: CatalogDatabase,
  queue: PgBoss,
  rows: readonly { libraryId: number; rowChanged: boolean }[],
): Promise<void> {
  if (rows.length === 0) return;
  const waiting = rows.map(({ libraryId, rowChanged }) => ({ library_id: libraryId, row_changed: rowChanged }));
  await sql`
    INSERT INTO library_attempt AS stored (library_id, pending_since, row_changed)
    SELECT library_id, clock_timestamp(), row_changed
    FROM jsonb_to_recordset(${jsonRows(waiting)}) AS waiting (library_id integer, row_changed boolean)
    ORDER BY library_id
    ON CONFLICT (library_id) DO UPDATE SET pending_since = excluded.pending_since,
      row_changed = stored.row_changed OR excluded.row_changed`.execute(transaction);
  await sendAll(queue, transaction, { name: 'identity.push', messages: rows, priority: 10 });
}

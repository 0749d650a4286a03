import { sql } from 'kysely';
import { idList, jsonRows } from '../database/json-rows.ts';
import type { CatalogDatabase } from '../database/tables.ts';

/** Notes that rows could not be asked about. What stands of them stands; the last answer is still the last answer. */
export async function recordFailures(
  db: CatalogDatabase,
  failures: readonly { libraryId: number; reason: string }[],
): Promise<void> {
  if (failures.length === 0) return;
  const rows = failures.map(({ libraryId, reason }) => ({ library_id: libraryId, failure: reason }));
  // The library rows first, as whoever deletes one does: an attempt at a row that is gone would break all the others'.
  await sql`
    WITH there AS MATERIALIZED (
      SELECT id FROM library WHERE id IN ${idList(failures.map(({ libraryId }) => libraryId))} ORDER BY id FOR KEY SHARE
    )
    INSERT INTO library_attempt AS stored (library_id, failed_at, failure, failures)
    SELECT failed.library_id, now(), failed.failure, 1
    FROM jsonb_to_recordset(${jsonRows(rows)}) AS failed (library_id integer, failure text)
    JOIN there ON there.id = failed.library_id
    ORDER BY failed.library_id
    ON CONFLICT (library_id) DO UPDATE SET
      failed_at = excluded.failed_at, failure = excluded.failure, failures = stored.failures + 1`.execute(db);
}

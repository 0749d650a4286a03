import { sql } from 'kysely';
import { idList } from '../database/json-rows.ts';
import type { CatalogDatabase } from '../database/tables.ts';

/**
 * Since when rows wait for an answer, ISO 8601 to the microsecond; rows that do not are not in it. Read before the questions: an
 * edit after them begins another waiting, which their answer does not end.
 */
export async function readWaiting(
  db: CatalogDatabase,
  libraryIds: readonly number[],
): Promise<ReadonlyMap<number, string>> {
  if (libraryIds.length === 0) return new Map();
  const { rows } = await sql<{ library_id: number; since: string }>`
    SELECT library_id, to_jsonb(pending_since) #>> '{}' AS since FROM library_attempt
    WHERE pending_since IS NOT NULL AND library_id IN ${idList(libraryIds)}`.execute(db);
  return new Map(rows.map(({ library_id, since }) => [library_id, since]));
}

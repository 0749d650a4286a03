import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import type { CatalogDatabase } from '../database/tables.ts';

// More than all writers together can have under way: a smaller id that is committed after a greater one is still counted.
const UNDER_WAY = 20_000;

/**
 * A strong mark of all that an export shows: rows and their last change, one by one, because the transaction that began first may
 * end last; and identities, of which each change leaves a line in the history. Attempts without a change leave it as it is.
 */
export async function libraryWatermark(db: CatalogDatabase): Promise<string> {
  const { rows } = await sql<{ mark: string }>`
    SELECT jsonb_build_array(
      (SELECT jsonb_build_array(count(*), sum(hash_record_extended(row(id, last_modified), 0))) FROM library),
      (SELECT max(last_modified) FROM artist),
      (SELECT max(history_id) FROM library_identity_history),
      (SELECT count(*) FROM library_identity_history
        WHERE history_id > (SELECT max(history_id) FROM library_identity_history) - ${sql.lit(UNDER_WAY)}),
      (SELECT count(*) FROM library_identity),
      (SELECT jsonb_agg(jsonb_build_array(id, name) ORDER BY id) FROM genre),
      (SELECT jsonb_agg(jsonb_build_array(id, name) ORDER BY id) FROM format)
    )::text AS mark`.execute(db);
  return createHash('sha256')
    .update(rows[0]?.mark ?? '')
    .digest('base64url');
}

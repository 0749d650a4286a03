import { sql } from 'kysely';
import type { CatalogDatabase } from '../database/tables.ts';
import { exportedFrom, exportedValuesSql } from './exported-record.ts';

/**
 * Changes with everything that the export of records shows, and with nothing else: made of the values themselves, as a stamp of
 * the last change is only as good as everyone who writes.
 */
export async function libraryWatermark(db: CatalogDatabase): Promise<string> {
  const { rows } = await sql<{ mark: string }>`
    SELECT md5(jsonb_build_array(count(*), sum(hash_record_extended(${exportedValuesSql}, 0)))::text) AS mark
    FROM ${exportedFrom}`.execute(db);
  return rows[0]?.mark ?? '';
}

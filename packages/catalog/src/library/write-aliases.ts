import { sql } from 'kysely';
import { idList } from '../database/json-rows.ts';
import type { CatalogDatabase } from '../database/tables.ts';

/** The names that people filed records under besides their artists' are names to search those artists by. */
export async function writeAliases(db: CatalogDatabase, libraryIds: readonly number[]): Promise<void> {
  if (libraryIds.length === 0) return;
  await sql`
    INSERT INTO artist_alias (artist_id, source, variant, confidence)
    SELECT DISTINCT artist_id, 'library_alt', alternate_artist_name, 0.85 FROM library
    WHERE id IN ${idList(libraryIds)} AND search_fold(alternate_artist_name) <> search_fold(artist_name)
    ON CONFLICT (artist_id, source, variant) DO NOTHING`.execute(db);
}

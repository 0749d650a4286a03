import { sql } from 'kysely';
import type { PgBoss } from 'pg-boss';
import type { CatalogDatabase } from '../database/tables.ts';
import { askAgain } from '../push/ask-again.ts';
import { storeFields } from './add-row.ts';
import type { LibraryFields } from './library-fields.ts';
import { lockArtists } from './named.ts';
import { writeAliases } from './write-aliases.ts';
import { compareQuestion, isSameRow, writeRows } from './write-rows.ts';

/** What an edit came to; `identity` where it changed something that the resolver is asked about. */
export type Edited = 'not_found' | 'unchanged' | 'changed' | 'changed_identity';

/**
 * Replaces what a row says. Where that changes what the record is, everything known of its identity was said of another
 * record: it is asked about again, and gives way to the answer.
 */
export async function editRow(
  transaction: CatalogDatabase,
  queue: PgBoss,
  { libraryId, change }: { libraryId: number; change: (before: LibraryFields) => LibraryFields },
): Promise<Edited> {
  // Before the row, as an import has it: it changes rows under this lock.
  await lockArtists(transaction);
  const before = await lockFields(transaction, libraryId);
  if (before === null) return 'not_found';
  const old = await storeFields(transaction, before);
  const row = await storeFields(transaction, change(before));
  if (isSameRow(row, old)) return 'unchanged';
  await writeRows(transaction, { added: [], updated: [{ id: libraryId, row }] });
  await writeAliases(transaction, [libraryId]);
  const difference = compareQuestion(row, old);
  if (difference === 'same') return 'changed';
  await askAgain(transaction, queue, [{ libraryId, rowChanged: difference === 'names' }]);
  return 'changed_identity';
}

async function lockFields(transaction: CatalogDatabase, libraryId: number): Promise<LibraryFields | null> {
  const { rows } = await sql<LibraryFields>`
    SELECT l.artist_name AS "artistName", l.album_title AS "albumTitle", f.name AS format, g.name AS genre, l.label, l.year,
      l.catalog_number AS "catalogNumber", l.barcode, l.shelf_code AS "shelfCode",
      l.code_volume_letters AS "codeVolumeLetters", l.album_artist AS "albumArtist",
      l.alternate_artist_name AS "alternateArtistName", l.legacy_release_id AS "legacyReleaseId",
      l.is_compilation AS "isCompilation"
    FROM library l LEFT JOIN format f ON f.id = l.format_id LEFT JOIN genre g ON g.id = l.genre_id
    WHERE l.id = ${libraryId} FOR NO KEY UPDATE OF l`.execute(transaction);
  return rows[0] ?? null;
}

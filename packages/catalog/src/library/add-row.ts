import type { PgBoss } from 'pg-boss';
import type { CatalogDatabase } from '../database/tables.ts';
import { askAgain } from '../push/ask-again.ts';
import type { LibraryFields } from './library-fields.ts';
import { ensureArtists, ensureNamed, lockArtists } from './named.ts';
import { writeAliases } from './write-aliases.ts';
import { type StoredFields, toStored, writeRows } from './write-rows.ts';

/**
 * Adds a record to the library and, in the same transaction, the message that has it asked about. The fields have been checked
 * (`findFieldFault`). Gives the row's id.
 */
export async function addRow(transaction: CatalogDatabase, queue: PgBoss, fields: LibraryFields): Promise<number> {
  const row = await storeFields(transaction, fields);
  const [libraryId] = await writeRows(transaction, { added: [row], updated: [] });
  if (libraryId === undefined) throw new Error('the row was not added');
  await writeAliases(transaction, [libraryId]);
  await askAgain(transaction, queue, [{ libraryId, rowChanged: false }]);
  return libraryId;
}

/** Makes what a row refers to: its artist, format, genre and label. */
export async function storeFields(transaction: CatalogDatabase, fields: LibraryFields): Promise<StoredFields> {
  await lockArtists(transaction);
  const artists = await ensureArtists(transaction, [fields.artistName]);
  const formats = await ensureNamed(transaction, 'format', [fields.format]);
  const genres = await ensureNamed(transaction, 'genre', [fields.genre]);
  const labels = await ensureNamed(transaction, 'label', [fields.label]);
  return toStored(fields, { artists, formats, genres, labels }, null);
}

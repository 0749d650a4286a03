import { sql } from 'kysely';
import { jsonRows } from '../database/json-rows.ts';
import type { CatalogDatabase } from '../database/tables.ts';
import type { LibraryFields } from './library-fields.ts';

/** The columns of a library row that come from people. */
export interface StoredFields {
  readonly artist_id: number;
  readonly artist_name: string;
  readonly album_title: string;
  readonly format_id: number | null;
  readonly genre_id: number | null;
  readonly label_id: number | null;
  readonly label: string | null;
  readonly year: number | null;
  readonly catalog_number: string | null;
  readonly barcode: string | null;
  readonly shelf_code: string | null;
  readonly code_volume_letters: string | null;
  readonly album_artist: string | null;
  readonly alternate_artist_name: string | null;
  readonly legacy_release_id: number | null;
  readonly is_compilation: boolean | null;
  readonly import_key: string | null;
}

interface References {
  readonly artists: ReadonlyMap<string, number>;
  readonly formats: ReadonlyMap<string, number>;
  readonly genres: ReadonlyMap<string, number>;
  readonly labels: ReadonlyMap<string, number>;
}

export function toStored(
  fields: LibraryFields,
  { artists, formats, genres, labels }: References,
  importKey: string | null,
): StoredFields {
  const idOf = (ids: ReadonlyMap<string, number>, name: string | null) =>
    name === null ? null : (ids.get(name) ?? null);
  const artistId = artists.get(fields.artistName);
  if (artistId === undefined) throw new Error(`no artist was made for ${JSON.stringify(fields.artistName)}`);
  return {
    artist_id: artistId,
    artist_name: fields.artistName,
    album_title: fields.albumTitle,
    format_id: idOf(formats, fields.format),
    genre_id: idOf(genres, fields.genre),
    label_id: idOf(labels, fields.label),
    label: fields.label,
    year: fields.year,
    catalog_number: fields.catalogNumber,
    barcode: fields.barcode,
    shelf_code: fields.shelfCode,
    code_volume_letters: fields.codeVolumeLetters,
    album_artist: fields.albumArtist,
    alternate_artist_name: fields.alternateArtistName,
    legacy_release_id: fields.legacyReleaseId,
    is_compilation: fields.isCompilation,
    import_key: importKey,
  };
}

const compared = [
  'artist_name',
  'album_title',
  'format_id',
  'genre_id',
  'label',
  'year',
  'catalog_number',
  'barcode',
  'shelf_code',
  'code_volume_letters',
  'album_artist',
  'alternate_artist_name',
  'legacy_release_id',
  'is_compilation',
] as const satisfies readonly (keyof StoredFields)[];

/** What a row already says, as far as a person's row may differ from it. */
export type ComparedFields = Pick<StoredFields, (typeof compared)[number]>;

/** Whether a row says nothing new. The artist is compared by name: which of several homonyms it is filed under is no news. */
export function isSameRow(row: ComparedFields, known: ComparedFields): boolean {
  return compared.every((column) => row[column] === known[column]);
}

const hints = [
  'label',
  'year',
  'format_id',
  'catalog_number',
  'barcode',
  'shelf_code',
  'code_volume_letters',
  'legacy_release_id',
] as const satisfies readonly (keyof ComparedFields)[];

/** Which part of what the resolver is asked about a row differs. No compilation and not said to be one are asked alike. */
export function compareQuestion(row: ComparedFields, known: ComparedFields): 'same' | 'hints' | 'names' {
  if (row.artist_name !== known.artist_name || row.album_title !== known.album_title) return 'names';
  const isSame =
    hints.every((hint) => row[hint] === known[hint]) &&
    (row.is_compilation ?? false) === (known.is_compilation ?? false);
  return isSame ? 'same' : 'hints';
}

const COLUMNS = sql.raw(
  'artist_id, artist_name, album_title, format_id, genre_id, label_id, label, year, catalog_number, barcode, shelf_code, ' +
    'code_volume_letters, album_artist, alternate_artist_name, legacy_release_id, is_compilation, import_key',
);
const TYPED = sql.raw(
  'place integer, id integer, artist_id integer, artist_name text, album_title text, format_id integer, genre_id integer, ' +
    'label_id integer, label text, year integer, catalog_number text, barcode text, shelf_code text, ' +
    'code_volume_letters text, album_artist text, alternate_artist_name text, legacy_release_id integer, ' +
    'is_compilation boolean, import_key text',
);

/** Adds rows and changes known ones, in two statements. Gives the ids of the added, in their order. */
export async function writeRows(
  db: CatalogDatabase,
  { added, updated }: { added: readonly StoredFields[]; updated: readonly { id: number; row: StoredFields }[] },
): Promise<number[]> {
  if (updated.length > 0) {
    await sql`
      WITH change AS MATERIALIZED (
        SELECT * FROM jsonb_to_recordset(${jsonRows(updated.map(({ id, row }) => ({ id, ...row })))}) AS change (${TYPED})
      ), locked AS MATERIALIZED (
        -- In order of id, as all who lock several.
        SELECT id FROM library WHERE id IN (SELECT id FROM change) ORDER BY id FOR NO KEY UPDATE
      )
      UPDATE library AS stored SET
        -- A row that keeps its artist's name keeps its artist, whichever of the homonyms that is.
        artist_id = CASE WHEN stored.artist_name = change.artist_name THEN stored.artist_id ELSE change.artist_id END,
        artist_name = change.artist_name, album_title = change.album_title, format_id = change.format_id,
        genre_id = change.genre_id, label_id = change.label_id, label = change.label, year = change.year,
        catalog_number = change.catalog_number, barcode = change.barcode, shelf_code = change.shelf_code,
        code_volume_letters = change.code_volume_letters, album_artist = change.album_artist,
        alternate_artist_name = change.alternate_artist_name, legacy_release_id = change.legacy_release_id,
        is_compilation = change.is_compilation,
        import_key = coalesce(change.import_key, stored.import_key), last_modified = now()
      FROM change JOIN locked USING (id)
      WHERE stored.id = change.id`.execute(db);
  }
  if (added.length === 0) return [];
  // Ids are drawn before the rows are put in: what an INSERT … SELECT returns is in no promised order.
  const { rows: drawn } = await sql<{ id: number }>`
    SELECT nextval(pg_get_serial_sequence('library', 'id'))::integer AS id FROM generate_series(1, ${added.length}::integer)`.execute(
    db,
  );
  const rows = added.map((row, place) => ({ ...row, id: drawn[place]?.id }));
  await sql`
    INSERT INTO library (id, ${COLUMNS}) OVERRIDING SYSTEM VALUE
    SELECT id, ${COLUMNS} FROM jsonb_to_recordset(${jsonRows(rows)}) AS added (${TYPED})`.execute(db);
  return drawn.map(({ id }) => id);
}

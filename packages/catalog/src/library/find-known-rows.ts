import { sql } from 'kysely';
import { idList, jsonRows } from '../database/json-rows.ts';
import type { CatalogDatabase } from '../database/tables.ts';
import { nameKeySql } from './name-key.ts';
import type { ComparedFields, StoredFields } from './write-rows.ts';

export interface KnownRow extends ComparedFields {
  readonly id: number;
}

export interface Found {
  /** The library row that it is; null where it is new. */
  readonly known: KnownRow | null;
  /** The place of an earlier row of the same file that says the same; null where there is none. */
  readonly twin: number | null;
  /** It has no id, and a row that said the same was deleted by hand. */
  readonly denied: boolean;
}

/**
 * Finds each row in the library: by its own id where it has one, else by artist, title and format without regard to case and
 * accents. Rows of one file that say the same and have no ids are one row.
 */
export async function findKnownRows(db: CatalogDatabase, rows: readonly StoredFields[]): Promise<Found[]> {
  if (rows.length === 0) return [];
  const wanted = rows.map(({ import_key, artist_name, album_title, format_id }, place) => ({
    place,
    import_key,
    artist_name,
    album_title,
    format_id,
  }));
  const { rows: found } = await sql<KnownRow & Omit<Found, 'known'> & { place: number; known_id: number | null }>`
    WITH wanted AS MATERIALIZED (
      SELECT *, search_fold(artist_name) AS artist, search_fold(album_title) AS title,
        CASE WHEN import_key IS NULL THEN ${nameKeySql} END AS name_key
      FROM jsonb_to_recordset(${jsonRows(wanted)})
        AS row (place integer, import_key text, artist_name text, album_title text, format_id integer)
    ), matched AS (
      SELECT wanted.place, l.id FROM wanted JOIN library l ON l.import_key = wanted.import_key
      UNION ALL
      SELECT wanted.place, min(l.id) FROM wanted
      JOIN library l ON search_fold(l.artist_name) = wanted.artist AND search_fold(l.album_title) = wanted.title
        AND l.format_id IS NOT DISTINCT FROM wanted.format_id
      WHERE wanted.import_key IS NULL
      GROUP BY wanted.place
    ), twins AS (
      SELECT place, min(place) OVER (PARTITION BY artist, title, format_id) AS first FROM wanted WHERE import_key IS NULL
    )
    SELECT wanted.place, nullif(twins.first, wanted.place) AS twin, d.import_key IS NOT NULL AS denied, l.id AS known_id, l.id, l.artist_name, l.album_title,
      l.format_id, l.genre_id, l.label, l.year, l.catalog_number, l.barcode, l.shelf_code, l.code_volume_letters,
      l.album_artist, l.alternate_artist_name, l.legacy_release_id, l.is_compilation
    FROM wanted
    LEFT JOIN twins ON twins.place = wanted.place
    LEFT JOIN matched ON matched.place = wanted.place
    LEFT JOIN library l ON l.id = matched.id
    LEFT JOIN library_delete_denylist d ON d.import_key = wanted.name_key
    ORDER BY wanted.place`.execute(db);
  return found.map(({ place: _place, twin, denied, known_id, ...row }) => ({
    known: known_id === null ? null : row,
    twin,
    denied,
  }));
}

/** Numbers of the older id space that a library row has, and which. */
export async function findLegacyIds(
  db: CatalogDatabase,
  legacyIds: readonly number[],
): Promise<ReadonlyMap<number, number>> {
  const { rows } = await sql<{ id: number; legacy_release_id: number }>`
    SELECT id, legacy_release_id FROM library WHERE legacy_release_id IN ${idList(legacyIds)}`.execute(db);
  return new Map(rows.map(({ id, legacy_release_id }) => [legacy_release_id, id]));
}

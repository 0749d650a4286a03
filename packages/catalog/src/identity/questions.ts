import type { BulkResolveInput } from '@deadwax/contract/schemas';
import { sql } from 'kysely';
import { idList } from '../database/json-rows.ts';
import type { CatalogDatabase } from '../database/tables.ts';

/** As many as the contract takes. */
const MOST_NEIGHBOURS = 50;
const LONGEST = 2000;

/** What the resolver is asked about a library row, hints included. */
export type Question = BulkResolveInput;

/** A compilation: the station says so, the letters of its shelf do, or credits of tracks are kept. Never null. */
export const isVariousSql = sql<boolean>`(
  coalesce(l.is_compilation, false) OR coalesce(l.code_volume_letters, '') LIKE 'Z%'
  OR EXISTS (SELECT 1 FROM compilation_track_artist c WHERE c.library_id = l.id)
)`;

/** The questions of library rows, by ascending id. Rows that are not there have none. */
export async function readQuestions(db: CatalogDatabase, libraryIds: readonly number[]): Promise<Question[]> {
  if (libraryIds.length === 0) return [];
  const { rows } = await sql<QuestionRow>`
    SELECT l.id, l.artist_name, l.album_title, l.label, l.year, f.name AS format, l.catalog_number, l.barcode,
      l.shelf_code, l.legacy_release_id, v.is_various,
      CASE WHEN v.is_various THEN NULL ELSE (
        SELECT jsonb_agg(title ORDER BY title) FROM (
          SELECT DISTINCT other.album_title AS title FROM library other
          WHERE other.artist_id = l.artist_id AND other.album_title <> l.album_title
          ORDER BY title LIMIT ${sql.lit(MOST_NEIGHBOURS)}
        ) AS others
      ) END AS titles
    FROM library l
    LEFT JOIN format f ON f.id = l.format_id
    CROSS JOIN LATERAL (SELECT ${isVariousSql} AS is_various) AS v
    WHERE l.id IN ${idList(libraryIds)}
    ORDER BY l.id`.execute(db);
  return rows.map(presentQuestion);
}

interface QuestionRow {
  readonly id: number;
  readonly artist_name: string;
  readonly album_title: string;
  readonly label: string | null;
  readonly year: number | null;
  readonly format: string | null;
  readonly catalog_number: string | null;
  readonly barcode: string | null;
  readonly shelf_code: string | null;
  readonly legacy_release_id: number | null;
  readonly is_various: boolean;
  readonly titles: string[] | null;
}

function presentQuestion(row: QuestionRow): Question {
  return {
    library_id: row.id,
    artist_name: row.artist_name,
    album_title: row.album_title,
    label: cut(row.label),
    year: row.year,
    format: cut(row.format),
    catalog_number: cut(row.catalog_number),
    barcode: cut(row.barcode),
    // The library's word is only taken for "yes": shelves that are not marked hold compilations too.
    is_compilation: row.is_various ? true : null,
    shelf_code: cut(row.shelf_code),
    legacy_release_id: row.legacy_release_id,
    neighbours: row.titles === null ? null : { titles: row.titles },
  };
}

function cut(text: string | null): string | null {
  return text === null || text.length <= LONGEST ? text : text.slice(0, LONGEST).toWellFormed();
}

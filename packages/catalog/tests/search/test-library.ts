import { sql } from 'kysely';
import { jsonRows } from '../../src/database/json-rows.ts';
import type { CatalogDatabase } from '../../src/database/tables.ts';
import { refreshPlays } from '../../src/search/refresh-plays.ts';
import { openEmptyCatalog } from '../jobs/open-empty-catalog.ts';

export const dialects = ['pglite', 'postgres'] as const;

export interface TestLibrary {
  readonly db: CatalogDatabase;
  close(): Promise<void>;
}

/** An empty catalog on an embedded database or a server. */
export async function openTestLibrary(dialect: (typeof dialects)[number]): Promise<TestLibrary> {
  const { database, close } = await openEmptyCatalog(dialect);
  return { db: database.db, close };
}

export interface TestRow {
  readonly artist: string;
  readonly title: string;
  readonly label?: string;
  readonly year?: number;
  readonly genre?: string;
  readonly format?: string;
  readonly alternate?: string;
  readonly on_streaming?: boolean;
  readonly lost?: string;
  readonly found?: string;
  readonly plays?: number;
  readonly added?: string;
  readonly aliases?: readonly string[];
  readonly credits?: readonly (readonly [artist: string, title: string | null])[];
  readonly bins?: readonly string[];
}

/** Adds rows in the order given and counts their plays. Gives their ids. One artist a name. */
export async function addRows(db: CatalogDatabase, rows: readonly TestRow[]): Promise<number[]> {
  const given = rows.map((row, n) => ({ n, ...row }));
  await sql`CREATE TEMP TABLE given ON COMMIT PRESERVE ROWS AS
    SELECT * FROM jsonb_to_recordset(${jsonRows(given)}) AS given (n integer, artist text, title text, label text,
      year integer, genre text, format text, alternate text, on_streaming boolean, lost date, found date, plays integer,
      added timestamptz, aliases jsonb, credits jsonb, bins jsonb)`.execute(db);
  for (const table of ['genre', 'format'] as const)
    await sql`INSERT INTO ${sql.table(table)} (name) SELECT DISTINCT ${sql.id(table)} FROM given
      WHERE ${sql.id(table)} IS NOT NULL ON CONFLICT DO NOTHING`.execute(db);
  await sql`INSERT INTO artist (artist_name, alphabetical_name) SELECT artist, artist FROM given
    WHERE artist NOT IN (SELECT artist_name FROM artist) GROUP BY artist ORDER BY min(n)`.execute(db);
  const { rows: added } = await sql<{ id: number }>`
    INSERT INTO library (artist_id, artist_name, album_title, label, year, genre_id, format_id, alternate_artist_name,
      on_streaming, date_lost, date_found, add_date)
    SELECT a.id, given.artist, given.title, given.label, given.year, g.id, f.id, given.alternate, given.on_streaming,
      given.lost, given.found, coalesce(given.added, now())
    FROM given JOIN artist a ON a.artist_name = given.artist
    LEFT JOIN genre g ON g.name = given.genre LEFT JOIN format f ON f.name = given.format
    ORDER BY given.n RETURNING id`.execute(db);
  const ids = added.map(({ id }) => id).sort((one, other) => one - other);
  await sql`UPDATE given SET n = ${ids[0] ?? 0}::integer + n`.execute(db);
  await sql`INSERT INTO artist_alias (artist_id, source, variant, confidence)
    SELECT l.artist_id, 'discogs', alias, 0.9 FROM given JOIN library l ON l.id = given.n,
      jsonb_array_elements_text(given.aliases) AS alias ON CONFLICT DO NOTHING`.execute(db);
  await sql`INSERT INTO compilation_track_artist (library_id, artist_name, track_title, track_position)
    SELECT given.n, credit.value ->> 0, credit.value ->> 1, 'A' || credit.ordinality
    FROM given, jsonb_array_elements(given.credits) WITH ORDINALITY AS credit (value, ordinality)`.execute(db);
  await sql`INSERT INTO rotation (library_id, bin, artist_name, album_title)
    SELECT given.n, bin, artist, title FROM given, jsonb_array_elements_text(given.bins) AS bin`.execute(db);
  await sql`INSERT INTO flowsheet (library_id) SELECT n FROM given, generate_series(1, plays)`.execute(db);
  await sql`DROP TABLE given`.execute(db);
  await refreshPlays(db);
  return ids;
}

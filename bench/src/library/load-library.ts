import { plainJsonRows } from '@deadwax/catalog/database/json-rows';
import type { CatalogDatabase } from '@deadwax/catalog/database/tables';
import { refreshPlays } from '@deadwax/catalog/search/refresh-plays';
import { sql } from 'kysely';
import { fileUnder } from './file-under.ts';
import type { GeneratedLibrary } from './generate-library.ts';
import { loadIdentities } from './load-identities.ts';
import { withoutIndexes } from './without-indexes.ts';

const BATCH = 10_000;

/** Fills an empty catalog with a generated library, its plays, rotation and identities. */
export async function loadLibrary(db: CatalogDatabase, library: GeneratedLibrary, plays: number): Promise<void> {
  const tables = ['artist', 'library', 'artist_alias', 'compilation_track_artist', 'rotation', 'flowsheet'];
  await withoutIndexes(db, tables, async () => {
    await loadNames(db, library);
    await loadRows(db, library);
    await loadCredits(db, library);
    await loadPlays(db, library.rows.length, plays);
    await loadIdentities(db, library.rows.length);
    await refreshPlays(db);
  });
  await sql`VACUUM ANALYZE`.execute(db);
}

async function loadNames(db: CatalogDatabase, { genres, formats, artists, aliases }: GeneratedLibrary): Promise<void> {
  for (const [table, names] of [['genre', genres] as const, ['format', formats] as const])
    await sql`INSERT INTO ${sql.table(table)} (id, name) OVERRIDING SYSTEM VALUE
      SELECT n, name FROM json_array_elements_text(${JSON.stringify(names)}::text::json) WITH ORDINALITY AS given (name, n)`.execute(
      db,
    );
  const filed = artists.map((artist, place) => ({ ...artist, id: place + 1, filed: fileUnder(artist.name) }));
  for (const batch of batches(filed))
    await sql`INSERT INTO artist (id, artist_name, alphabetical_name, code_letters, code_number) OVERRIDING SYSTEM VALUE
      SELECT id, name, filed, letters, number
      FROM json_to_recordset(${plainJsonRows(batch)}) AS given (id integer, name text, filed text, letters text, number integer)`.execute(
      db,
    );
  for (const batch of batches(aliases))
    await sql`INSERT INTO artist_alias (artist_id, source, variant, confidence)
      SELECT artist_id, 'discogs', variant, 0.9
      FROM json_to_recordset(${plainJsonRows(batch)}) AS given (artist_id integer, variant text) ON CONFLICT DO NOTHING`.execute(
      db,
    );
}

async function loadRows(db: CatalogDatabase, { rows }: GeneratedLibrary): Promise<void> {
  await sql`INSERT INTO label (name) SELECT DISTINCT label FROM json_array_elements_text(
    ${JSON.stringify(rows.flatMap(({ label }) => label ?? []))}::text::json) AS label`.execute(db);
  for (const batch of batches(rows))
    await sql`INSERT INTO library (id, artist_id, artist_name, album_title, genre_id, format_id, label_id, label, year,
        shelf_code, code_number, code_volume_letters, alternate_artist_name, on_streaming, date_lost, add_date, last_modified)
      OVERRIDING SYSTEM VALUE
      SELECT given.id, artist_id, artist_name, album_title, genre_id, format_id, label.id, label, year, shelf_code, code_number,
        code_volume_letters, alternate_artist_name, on_streaming, CASE WHEN lost THEN date '2020-01-01' END, added, added
      FROM json_to_recordset(${plainJsonRows(batch)}) AS given (id integer, artist_id integer, artist_name text, album_title text,
        genre_id integer, format_id integer, label text, year integer, shelf_code text, code_number integer,
        code_volume_letters text, alternate_artist_name text, on_streaming boolean, lost boolean, added timestamptz)
      LEFT JOIN label ON label.name = given.label`.execute(db);
  for (const table of ['genre', 'format', 'artist', 'library'])
    await sql`SELECT setval(pg_get_serial_sequence(${table}, 'id'), (SELECT max(id) FROM ${sql.table(table)}))`.execute(
      db,
    );
}

async function loadCredits(db: CatalogDatabase, { credits }: GeneratedLibrary): Promise<void> {
  for (const batch of batches(credits))
    await sql`INSERT INTO compilation_track_artist (library_id, artist_name, track_title, track_position)
      SELECT library_id, artist_name, track_title, track_position
      FROM json_to_recordset(${plainJsonRows(batch)}) AS given (library_id integer, artist_name text, track_title text,
        track_position text) ON CONFLICT DO NOTHING`.execute(db);
}

/** Six in ten plays are of a row of the library, most of them of a few favourites. Made in the database: they are many. */
async function loadPlays(db: CatalogDatabase, rows: number, plays: number): Promise<void> {
  await sql`INSERT INTO flowsheet (library_id, artist_name, album_title, track_title, add_time)
    SELECT l.id, l.artist_name, l.album_title, 'Track ' || n % 12 + 1, timestamptz '1990-01-01' + n * interval '7 minutes'
    FROM generate_series(1, ${plays}::integer) AS n
    LEFT JOIN library l ON n % 10 < 6 AND l.id = 1 + (
      floor(${rows}::integer * power((hashint4extended(n, 7) & 1048575) / 1048576.0::double precision, 3))::bigint * 40503 % ${rows}::integer
    )::integer`.execute(db);
  await sql`INSERT INTO rotation (library_id, bin, add_date, kill_date, artist_name, album_title)
    SELECT l.id, substr('HMLS', 1 + l.id % 4, 1), current_date - 60 - l.id % 900,
      CASE WHEN l.id % 210 < 207 THEN current_date - l.id % 60 END, l.artist_name, l.album_title
    FROM library l WHERE l.id % 3 = 0`.execute(db);
}

function* batches<T>(items: readonly T[]): Generator<readonly T[]> {
  for (let start = 0; start < items.length; start += BATCH) yield items.slice(start, start + BATCH);
}

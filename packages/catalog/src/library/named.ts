import { sql } from 'kysely';
import { jsonRows } from '../database/json-rows.ts';
import type { CatalogDatabase } from '../database/tables.ts';

/** Ids of genres, formats or labels by name; those that are not there are made. */
export async function ensureNamed(
  db: CatalogDatabase,
  table: 'genre' | 'format' | 'label',
  names: readonly (string | null)[],
): Promise<Map<string, number>> {
  const wanted = [...new Set(names.filter((name) => name !== null))].sort().map((name) => ({ name }));
  if (wanted.length === 0) return new Map();
  await sql`
    INSERT INTO ${sql.table(table)} (name) SELECT name FROM jsonb_to_recordset(${jsonRows(wanted)}) AS wanted (name text)
    WHERE NOT EXISTS (SELECT 1 FROM ${sql.table(table)} AS known WHERE known.name = wanted.name)
    ON CONFLICT (name) DO NOTHING`.execute(db);
  const { rows } = await sql<{ id: number; name: string }>`
    SELECT id, name FROM ${sql.table(table)}
    WHERE name IN (SELECT name FROM jsonb_to_recordset(${jsonRows(wanted)}) AS wanted (name text))`.execute(db);
  return new Map(rows.map(({ id, name }) => [name, id]));
}

/**
 * Ids of artists by name, letter for letter. Of homonyms the first stands for the name: a row of text cannot tell them apart.
 * Those that are not there are made. The caller holds `lockArtists`, so that no two make the same.
 */
export async function ensureArtists(db: CatalogDatabase, names: readonly string[]): Promise<Map<string, number>> {
  const wanted = [...new Set(names)].sort().map((name) => ({ name, filed: fileName(name) }));
  if (wanted.length === 0) return new Map();
  const known = sql`jsonb_to_recordset(${jsonRows(wanted)}) AS wanted (name text, filed text)`;
  await sql`
    INSERT INTO artist (artist_name, alphabetical_name)
    SELECT wanted.name, wanted.filed FROM ${known}
    WHERE NOT EXISTS (
      SELECT 1 FROM artist
      WHERE search_fold(artist.artist_name) = search_fold(wanted.name) AND artist.artist_name = wanted.name
    )`.execute(db);
  const { rows } = await sql<{ id: number; name: string }>`
    SELECT min(artist.id) AS id, wanted.name FROM ${known}
    JOIN artist ON search_fold(artist.artist_name) = search_fold(wanted.name) AND artist.artist_name = wanted.name
    GROUP BY wanted.name`.execute(db);
  return new Map(rows.map(({ id, name }) => [name, id]));
}

// Any number, as long as every writer of artists takes the same one.
const ARTISTS_LOCK = 4_031_978;

/** One writer of artists at a time, until its transaction ends: names are not unique, so no constraint keeps twins out. */
export async function lockArtists(transaction: CatalogDatabase): Promise<void> {
  await sql`SELECT pg_advisory_xact_lock(${sql.lit(ARTISTS_LOCK)})`.execute(transaction);
}

/** A name as the shelf files it: `The Beatles` → `Beatles, The`. */
export function fileName(name: string): string {
  const [, article, rest] = /^(the|a|an)\s+(.+)$/iu.exec(name) ?? [];
  return article === undefined ? name : `${rest}, ${article}`;
}

import { sql } from 'kysely';
import { jsonRows } from '../database/json-rows.ts';
import type { CatalogDatabase } from '../database/tables.ts';

/**
 * The artist that a name means, where the library has exactly one of that name: accents and case aside, "The" kept. A name that
 * is nobody's, or several artists', is not in the answer.
 *
 * | name | artists | |
 * |---|---|---|
 * | `björk` | Björk | Björk |
 * | `O` | Ø | – (another letter, not an accent) |
 * | `Nirvana` | Nirvana, Nirvana | – |
 */
export async function findArtistsByName(
  db: CatalogDatabase,
  names: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  if (names.length === 0) return new Map();
  const wanted = [...new Set(names)].map((name) => ({ name }));
  // The search fold has the index; it takes some letters for others, which the second condition does not.
  const { rows } = await sql<{ name: string; artist_id: number }>`
    SELECT wanted.name, min(artist.id) AS artist_id
    FROM jsonb_to_recordset(${jsonRows(wanted)}) AS wanted (name text)
    JOIN artist ON search_fold(artist.artist_name) = search_fold(wanted.name)
      AND ${foldSql('artist.artist_name')} = ${foldSql('wanted.name')}
    GROUP BY wanted.name
    HAVING count(*) = 1`.execute(db);
  return new Map(rows.map(({ name, artist_id }) => [name, artist_id]));
}

function foldSql(column: string) {
  return sql`lower(regexp_replace(normalize(${sql.ref(column)}, NFD), '[\\u0300-\\u036f]', '', 'g'))`;
}

import { type RawBuilder, sql } from 'kysely';
import { type Guess, isLikeCompilation } from './guess.ts';
import { once } from './text-query.ts';

type Sql = RawBuilder<unknown>;

/**
 * How much alike names must be spelt. `%` cuts here too: fewer rows to look at.
 *
 * | asked | variant | similarity | |
 * |---|---|---|---|
 * | oh sees | Osees | 0.400 | kept |
 * | Thee Oh Sees | theeohsees | 0.412 | kept |
 * | William Monroe | William Parker | 0.364 | another artist |
 * | Monore | monolake | 0.333 | another artist |
 */
export const SIMILARITY_FLOOR = 0.4;

/** What an artist's other name weighs in text rank: as much as a word of the artist's name. */
export const aliasWeight = sql`0.6079`;

/** Artists by their other names, each once with its most similar: one scan. Null where there is no name to look for. */
export function aliasTable(guess: Guess | null): Sql | null {
  const name = guess?.any ?? guess?.artist ?? null;
  if (guess === null || name === null || isLikeCompilation(name)) return null;
  const folded = once(sql`search_fold(${name}::text)`);
  return sql`alias AS MATERIALIZED (
    SELECT DISTINCT ON (artist_id) artist_id, variant, source, alike, fold = ${folded} AS exact
    FROM (
      SELECT artist_id, variant, source, variant_fold AS fold, similarity(variant_fold, ${folded}) AS alike
      FROM artist_alias WHERE variant_fold % ${folded}
      UNION ALL
      SELECT artist_id, alternate_artist_name, 'library', alternate_fold, similarity(alternate_fold, ${folded})
      FROM library WHERE alternate_fold % ${folded}
    ) AS variant
    WHERE ${guess.exact ? sql`fold = ${folded}` : sql`alike >= ${sql.lit(SIMILARITY_FLOOR)}::real`}
    ORDER BY artist_id, fold = ${folded} DESC, alike DESC, source, variant
  )`;
}

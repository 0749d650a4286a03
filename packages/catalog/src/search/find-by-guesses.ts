import { type RawBuilder, sql } from 'kysely';
import { aliasTable, aliasWeight } from './alias-arm.ts';
import { all, conditionOf } from './condition.ts';
import { filterConditions } from './filter-conditions.ts';
import { type Guess, isCompilationSql, isLikeCompilation } from './guess.ts';
import type { Finding } from './page-statement.ts';
import type { Search } from './search-request.ts';
import { playsFactor, selectKeys, sortKeys } from './sort-keys.ts';
import { joinQueries, once, wordsOf } from './text-query.ts';

type Sql = RawBuilder<unknown>;

const CREDITS_SHOWN = 5;

// Nobody reads on among guesses; the worst are left out before anything is looked up for them.
const MAX_GUESSES = 500;
const MAX_ARTISTS = 100;

/**
 * Rows whose artist or title is spelt much like the words, compilations that credit them, and artists with such another name.
 * A union of arms that an index serves each; a row that several find counts once, by the best.
 */
export function findByGuesses({ filters, sort }: Search, guess: Guess): Finding {
  const conditions = [...guess.rest.map(conditionOf), ...filterConditions(filters)];
  const query = once(joinQueries('and', guess.terms.map(wordsOf)));
  const aliases = aliasTable(guess);
  const fuzzy = guess.exact ? null : fuzzyArms(guess, conditions);
  const arms: Sql[] = [
    ...(fuzzy?.arms ?? []),
    sql`SELECT library_id AS id, 0 AS tier, 1 AS score, rank AS weight, 'credit' AS found_by, false AS exact,
      NULL::text AS variant, NULL::text AS source FROM credit`,
  ];
  if (aliases !== null) {
    const tier = sort === 'relevance' ? sql`CASE WHEN alias.exact THEN 0 ELSE 1 END` : sql`1`;
    arms.push(sql`SELECT l.id, ${tier}, alias.alike, ${aliasWeight}, 'alias', alias.exact, alias.variant, alias.source
      FROM alias JOIN library l ON l.artist_id = alias.artist_id WHERE ${all(conditions)}`);
  }
  const keys = sortKeys(sort, [sql`best.score`, sql`best.weight * ${playsFactor}`]);
  return {
    tables: [
      ...(aliases === null ? [] : [aliases]),
      ...(fuzzy?.tables ?? []),
      sql`credit AS MATERIALIZED (
        SELECT c.library_id, max(ts_rank(c.search_doc, ${query})) AS rank
        FROM compilation_track_artist c JOIN library l ON l.id = c.library_id
        WHERE c.search_doc @@ ${query} AND ${all(conditions)} GROUP BY c.library_id)`,
      sql`candidate AS MATERIALIZED (${sql.join(arms, sql` UNION ALL `)})`,
      sql`found AS MATERIALIZED (
        SELECT best.id, best.tier, ${selectKeys(keys)}, best.found_by, best.exact, best.variant, best.source
        FROM (
          SELECT * FROM (
            SELECT DISTINCT ON (id) id, tier, score::double precision AS score, weight::double precision AS weight, found_by,
              exact, variant, source
            FROM candidate ORDER BY id, tier, score DESC, found_by DESC
          ) AS once ORDER BY tier, score DESC, weight DESC, id LIMIT ${sql.lit(MAX_GUESSES)}
        ) AS best
        JOIN library l ON l.id = best.id)`,
    ],
    keys,
    credits: creditsOf(query),
    tiered: aliases !== null,
  };
}

function fuzzyArms({ any, artist, album }: Guess, conditions: readonly Sql[]): { tables: Sql[]; arms: Sql[] } {
  const name = any ?? artist;
  const title = any ?? album;
  const shape = (text: string | null) => once(sql`search_shape(${text}::text)`);
  const tables: Sql[] = [];
  const arms: Sql[] = [];
  const titleScore = sql`similarity(l.title_shape, ${shape(title)})`;
  const both = sql`similarity(l.both_shape, ${shape(any)})`;
  const arm = (score: Sql, from: Sql, where: readonly Sql[]) =>
    sql`SELECT l.id, 0 AS tier, ${score} AS score, 1::real AS weight, 'fuzzy' AS found_by, false AS exact,
      NULL::text AS variant, NULL::text AS source FROM ${from} WHERE ${all([...where, ...conditions])}`;
  const likeTitle = sql`l.title_shape % ${shape(title)}`;
  const whole = sql`library l`;
  // Words that a credit holds are spelt well; of artists alone, the like ones are shown even then.
  const misspelt = sql`NOT EXISTS (SELECT 1 FROM credit)`;
  if (name !== null && !isLikeCompilation(name)) {
    tables.push(sql`like_artist AS MATERIALIZED (
      SELECT id AS artist_id, similarity(name_shape, ${shape(name)}) AS alike FROM artist
      WHERE name_shape % ${shape(name)} AND NOT ${isCompilationSql(sql`artist_name`)}
      ORDER BY alike DESC, id LIMIT ${sql.lit(MAX_ARTISTS)})`);
    const from = sql`like_artist s JOIN library l ON l.artist_id = s.artist_id`;
    if (any !== null) {
      arms.push(arm(sql`greatest(s.alike, ${titleScore}, ${both})`, from, []));
      // One word resembles artist and title together only where it resembles one of them.
      if (/\s/u.test(any)) arms.push(arm(both, whole, [sql`l.both_shape % ${shape(any)}`, misspelt]));
    } else if (album === null) arms.push(arm(sql`s.alike`, from, []));
    else arms.push(arm(sql`(s.alike + ${titleScore}) / 2`, from, [likeTitle]));
  }
  if (title !== null && artist === null) arms.push(arm(titleScore, whole, [likeTitle, misspelt]));
  return { tables, arms };
}

/** The credits that a row of the page was found by, the best first. */
function creditsOf(query: Sql): Sql {
  return sql`CASE WHEN page.found_by = 'credit' THEN (
    SELECT jsonb_agg(jsonb_build_object('title', track_title, 'source', 'cta', 'artist_credit', artist_name,
      'position', track_position, 'confidence', 1) ORDER BY rank DESC, id)
    FROM (SELECT *, ts_rank(search_doc, ${query}) AS rank FROM compilation_track_artist
      WHERE library_id = page.id AND search_doc @@ ${query} ORDER BY rank DESC, id LIMIT ${sql.lit(CREDITS_SHOWN)}) AS hit)
    END`;
}

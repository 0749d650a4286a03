import { type RawBuilder, sql } from 'kysely';
import { aliasTable, aliasWeight } from './alias-arm.ts';
import { all, conditionOf } from './condition.ts';
import { filterConditions } from './filter-conditions.ts';
import type { Guess } from './guess.ts';
import type { Finding } from './page-statement.ts';
import type { Search } from './search-request.ts';
import { playsFactor, selectKeys, sortKeys } from './sort-keys.ts';
import { asRankQuery, once } from './text-query.ts';

type Sql = RawBuilder<unknown>;

/** Rows that hold the words, then rows of artists that have such another name; without words, rows that meet the rest. */
export function findByWords({ expression, filters, sort }: Search, guess: Guess | null): Finding {
  const rank = expression === null ? null : asRankQuery(expression);
  const score = rank === null ? playsFactor : sql`ts_rank(l.search_doc, ${once(rank)}) * ${playsFactor}`;
  const aliases = aliasTable(guess);
  const keys = sortKeys(sort, aliases === null ? [score] : [score, sql`1::double precision`]);
  const aliasKeys = sortKeys(sort, [sql`${aliasWeight} * ${playsFactor}`, sql`0::double precision`]);
  const wanted = expression === null ? sql`TRUE` : conditionOf(expression);
  const filtered = filterConditions(filters);
  const arms: Sql[] = [
    sql`SELECT l.id, 0 AS tier, ${selectKeys(keys)}, 'text' AS found_by, false AS exact, NULL::text AS variant,
      NULL::text AS source FROM library l WHERE ${all([wanted, ...filtered])}`,
  ];
  if (aliases !== null && guess !== null) {
    // Of an exact name nobody needs to be told last, where the order is by relevance.
    const tier = sort === 'relevance' ? sql`CASE WHEN alias.exact THEN 0 ELSE 1 END` : sql`1`;
    arms.push(sql`SELECT l.id, ${tier}, ${selectKeys(aliasKeys)}, 'alias', alias.exact, alias.variant, alias.source
      FROM alias JOIN library l ON l.artist_id = alias.artist_id
      WHERE ${all([...guess.rest.map(conditionOf), ...filtered, sql`(${wanted}) IS NOT TRUE`])}`);
  }
  // Where an index may give the order, nothing is found that no page shows.
  const materialized = rank === null ? sql`NOT MATERIALIZED` : sql`MATERIALIZED`;
  return {
    tables: [
      ...(aliases === null ? [] : [aliases]),
      sql`found AS ${materialized} (${sql.join(arms, sql` UNION ALL `)})`,
    ],
    keys,
    credits: sql`NULL`,
    tiered: aliases !== null,
  };
}

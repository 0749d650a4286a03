import { REPEATED } from '@deadwax/platform/database/repeated-statements';
import { type RawBuilder, sql } from 'kysely';
import type { IdentityColumns } from '../identity/present-record-identity.ts';
import type { Position } from './cursor.ts';
import { type LibraryFields, libraryProjection } from './library-projection.ts';
import type { AliasHint, Search, TrackHint } from './search-request.ts';
import { isBehind, keyName, orderBy, type SortKeys } from './sort-keys.ts';

type Sql = RawBuilder<unknown>;

export type FoundBy = 'text' | 'fuzzy' | 'alias' | 'credit';

export interface PageOptions {
  readonly after: Position | null;
  /** Off only to measure what the join costs. */
  readonly identity: boolean;
}

export interface PageRow extends LibraryFields, Partial<IdentityColumns> {
  readonly tier: number;
  readonly keys: readonly string[];
  readonly found_by: FoundBy;
  readonly alias: AliasHint | null;
  readonly credits: readonly TrackHint[] | null;
  /** Null on later pages. */
  readonly counts: { readonly total: number; readonly direct: number; readonly exact_aliases: number } | null;
}

/** How rows are found: common table expressions, the last of them `found` with the columns that a page needs. */
export interface Finding {
  readonly tables: readonly Sql[];
  readonly keys: SortKeys;
  /** Hints of a row of `page`, as JSON. */
  readonly credits: Sql;
  /** False where all rows of `found` are found alike, and an index may give their order. */
  readonly tiered: boolean;
}

/** One page of what was found, with all that a list shows, and the counts on the first page. */
export function pageStatement(
  { tables, keys, credits, tiered }: Finding,
  { order, limit }: Pick<Search, 'order' | 'limit'>,
  { after, identity }: PageOptions,
): RawBuilder<PageRow> {
  const { bareList, joins, identityList, identityJoins } = libraryProjection;
  const sorted = tiered ? sql`tier, ${orderBy(keys, order)}` : orderBy(keys, order);
  const counts = sql`(SELECT jsonb_build_object('total', count(*), 'direct', count(*) FILTER (WHERE found_by <> 'alias'),
    'exact_aliases', count(*) FILTER (WHERE found_by = 'alias' AND exact)) FROM found)`;
  const keyTexts = keys.expressions.map((_, place) => sql`${keyName(place)}::text`);
  return sql<PageRow>`${sql.raw(REPEATED)}
    WITH ${sql.join(tables)},
    page AS (
      SELECT * FROM found WHERE ${after === null ? sql`TRUE` : isAfter(after, keys, { order, tiered })}
      ORDER BY ${sorted} LIMIT ${sql.lit(limit + 1)}
    )
    SELECT ${identity ? identityList : bareList}, page.tier, page.found_by,
      jsonb_build_array(${sql.join(keyTexts)}) AS keys, ${credits} AS credits,
      CASE WHEN page.variant IS NOT NULL
        THEN jsonb_build_object('matched_variant', page.variant, 'source', page.source) END AS alias,
      ${after === null ? counts : sql`NULL`} AS counts
    FROM page JOIN library l ON l.id = page.id ${joins} ${identity ? identityJoins : sql``}
    ORDER BY ${sorted}`;
}

function isAfter(after: Position, keys: SortKeys, { order, tiered }: { order: 'asc' | 'desc'; tiered: boolean }): Sql {
  const behind = isBehind(after, keys, order);
  return tiered ? sql`(tier > ${sql.lit(after.tier)} OR (tier = ${sql.lit(after.tier)} AND ${behind}))` : behind;
}

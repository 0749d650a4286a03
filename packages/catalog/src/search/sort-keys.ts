import { type RawBuilder, sql } from 'kysely';
import type { Position } from './cursor.ts';
import type { SearchSort } from './search-request.ts';

type Sql = RawBuilder<unknown>;

export interface SortKeys {
  /** Of `library l`. */
  readonly expressions: readonly Sql[];
  readonly type: Sql;
}

export const playsFactor = sql`(1 + ln(l.plays + 1))`;

/** What rows are sorted by before their id; relevance by what the statement gives. */
export function sortKeys(sort: SearchSort, relevance: readonly Sql[]): SortKeys {
  switch (sort) {
    case 'relevance':
      return { expressions: relevance, type: sql`double precision` };
    case 'artist':
      return { expressions: [sql`l.artist_fold`, sql`l.title_fold`], type: sql`text` };
    case 'album':
      return { expressions: [sql`l.title_fold`, sql`l.artist_fold`], type: sql`text` };
    case 'plays':
      return { expressions: [sql`l.plays`], type: sql`integer` };
    case 'date':
      return { expressions: [sql`l.add_date`], type: sql`timestamptz` };
  }
}

export function defaultOrder(sort: SearchSort): 'asc' | 'desc' {
  return sort === 'artist' || sort === 'album' ? 'asc' : 'desc';
}

export const keyName = (place: number): Sql => sql.id(`key${place}`);

/** `key0, key1` as a statement selects them. */
export function selectKeys({ expressions }: SortKeys): Sql {
  return sql.join(expressions.map((expression, place) => sql`${expression} AS ${keyName(place)}`));
}

/** Rows behind a position, of columns `key0, key1, id`. */
export function isBehind({ keys, id }: Position, { type }: SortKeys, order: 'asc' | 'desc'): Sql {
  const columns = keys.map((_, place) => keyName(place));
  const values = keys.map((key) => sql`${key}::text::${type}`);
  const sign = order === 'asc' ? sql`>` : sql`<`;
  return sql`(${sql.join([...columns, sql`id`])}) ${sign} (${sql.join([...values, sql`${id}::integer`])})`;
}

export function orderBy({ expressions }: SortKeys, order: 'asc' | 'desc'): Sql {
  const direction = sql.raw(order);
  return sql.join([...expressions.map((_, place) => keyName(place)), sql`id`].map((key) => sql`${key} ${direction}`));
}

import { type RawBuilder, sql } from 'kysely';
import { isActiveSql } from '../rotation/rotation-entries.ts';
import { namedIds } from './condition.ts';
import { identityCondition } from './identity-condition.ts';
import { heaviestBin, isMissing } from './library-projection.ts';
import type { SearchFilters } from './search-request.ts';
import { once } from './text-query.ts';

/** What the filters demand of a row of `library l`. An empty list demands nothing. */
export function filterConditions(filters: SearchFilters): RawBuilder<unknown>[] {
  const { genres, formats, onStreaming, missing, rotationBins, identityStatus, method } = filters;
  const conditions: RawBuilder<unknown>[] = [];
  if (genres?.length) conditions.push(sql`l.genre_id = ANY (${namedIds('genre', isNamed(genres))})`);
  if (formats?.length) conditions.push(sql`l.format_id = ANY (${namedIds('format', isNamed(formats))})`);
  if (onStreaming !== undefined) conditions.push(sql`l.on_streaming = ${sql.lit(onStreaming)}`);
  if (missing !== undefined) conditions.push(missing ? isMissing : sql`(${isMissing}) IS NOT TRUE`);
  if (rotationBins?.length) {
    conditions.push(sql`l.id IN (
      SELECT r.library_id FROM rotation r WHERE ${isActiveSql} GROUP BY r.library_id
      HAVING ${heaviestBin} IN (${sql.join(rotationBins.map((bin) => sql`${bin}::text`))}))`);
  }
  if (identityStatus !== undefined) conditions.push(identityCondition({ kind: 'status', status: identityStatus }));
  if (method !== undefined) conditions.push(identityCondition({ kind: 'method', method }));
  return conditions;
}

function isNamed(names: readonly string[]): RawBuilder<unknown> {
  return sql`search_fold(name) IN (${sql.join(names.map((name) => once(sql`search_fold(${name}::text)`)))})`;
}

import type { CatalogDatabase } from '@deadwax/catalog/database/tables';
import { searchLibrary } from '@deadwax/catalog/search/search-library';
import type { Matched } from '@deadwax/catalog/search/search-request';
import type { BenchQuery } from './queries.ts';

export interface Sample {
  readonly kind: string;
  readonly q: string;
  readonly joinedMs: number;
  readonly bareMs: number;
  readonly matched: Matched;
  readonly total: number;
}

/** Asks each query with and without the identity, in turns, so that neither runs warmer than the other. */
export async function measureQueries(db: CatalogDatabase, queries: readonly BenchQuery[]): Promise<Sample[]> {
  const samples: Sample[] = [];
  for (const { kind, request, pages } of queries) {
    let cursor: string | undefined;
    for (let page = 0; page < pages; page += 1) {
      const asked = cursor === undefined ? request : { ...request, cursor };
      const ask = async (identity: boolean) => {
        const begun = performance.now();
        const answer = await searchLibrary(db, asked, { identity });
        return { ms: performance.now() - begun, answer };
      };
      const joinedFirst = samples.length % 2 === 0;
      const first = await ask(joinedFirst);
      const second = await ask(!joinedFirst);
      const [joined, bare] = joinedFirst ? [first, second] : [second, first];
      const { matched, total, next_cursor } = joined.answer;
      samples.push({ kind, q: request.q, joinedMs: joined.ms, bareMs: bare.ms, matched, total });
      if (next_cursor === null) break;
      cursor = next_cursor;
    }
  }
  return samples;
}

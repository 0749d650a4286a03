import type { CatalogDatabase } from '@deadwax/catalog/database/tables';
import { searchLibrary } from '@deadwax/catalog/search/search-library';
import type { Matched, SearchResult } from '@deadwax/catalog/search/search-request';
import { openCoreTime } from './core-time.ts';
import type { BenchQuery } from './queries.ts';

export interface Sample {
  readonly kind: string;
  readonly q: string;
  readonly joinedMs: number;
  readonly bareMs: number;
  /** On a core, of the database and of this process; null where the database is elsewhere. */
  readonly joinedCoreMs: number | null;
  readonly bareCoreMs: number | null;
  readonly matched: Matched;
  readonly total: number;
  /** Rows of the page, and those of them whose identity was read. */
  readonly rows: number;
  readonly identified: number;
}

/** Asks each query with and without the identity, in turns, so that neither runs warmer than the other. */
export async function measureQueries(db: CatalogDatabase, queries: readonly BenchQuery[]): Promise<Sample[]> {
  const samples: Sample[] = [];
  const coreTime = await openCoreTime(db);
  for (const { kind, request, pages } of queries) {
    let cursor: string | undefined;
    for (let page = 0; page < pages; page += 1) {
      const asked = cursor === undefined ? request : { ...request, cursor };
      const ask = async (identity: boolean) => {
        const [begun, core] = [performance.now(), coreTime()];
        const answer = await searchLibrary(db, asked, { identity });
        const [ended, coreEnded] = [performance.now(), coreTime()];
        return { ms: ended - begun, coreMs: core === null || coreEnded === null ? null : coreEnded - core, answer };
      };
      const joinedFirst = samples.length % 2 === 0;
      const first = await ask(joinedFirst);
      const second = await ask(!joinedFirst);
      const [joined, bare] = joinedFirst ? [first, second] : [second, first];
      const { results, matched, total, next_cursor } = joined.answer;
      const identified = results.filter(({ identity }) => identity.method !== null).length;
      expectSame(request.q, results, bare.answer.results);
      const times = { joinedMs: joined.ms, bareMs: bare.ms, joinedCoreMs: joined.coreMs, bareCoreMs: bare.coreMs };
      samples.push({ kind, q: request.q, ...times, matched, total, rows: results.length, identified });
      if (next_cursor === null) break;
      cursor = next_cursor;
    }
  }
  return samples;
}

/** The same records in the same order, and of the one without the join nothing that only the join can give. */
function expectSame(q: string, joined: readonly SearchResult[], bare: readonly SearchResult[]): void {
  const same = joined.length === bare.length && joined.every(({ id }, place) => id === bare[place]!.id);
  if (!same || bare.some(({ identity }) => identity.method !== null || identity.verified_at !== null))
    throw new Error(`with and without the identity, ${q} is not the same search`);
}

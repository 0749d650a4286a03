import type { CatalogDatabase } from '@deadwax/catalog/database/tables';
import { listReviewQueue } from '@deadwax/catalog/review/list-review-queue';
import { openCoreTime } from './core-time.ts';

const PAGES = 6;
const ROUNDS = 7;

export interface QueueTimes {
  /** Milliseconds by the clock, and on a core: the first page, then the middle one of the later pages. */
  readonly first: number;
  readonly later: number;
  readonly firstCore: number | null;
  readonly laterCore: number | null;
}

/** How long a reviewer waits for the first page of twenty, and for those behind it; the middle of some rounds. */
export async function measureQueue(db: CatalogDatabase): Promise<QueueTimes> {
  const coreTime = await openCoreTime(db);
  const pages: { place: number; ms: number; coreMs: number | null }[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    let cursor: string | undefined;
    for (let place = 0; place < PAGES; place += 1) {
      const [begun, core] = [performance.now(), coreTime()];
      const { next_cursor } = await listReviewQueue(db, { limit: 20, cursor });
      const [ended, coreEnded] = [performance.now(), coreTime()];
      pages.push({ place, ms: ended - begun, coreMs: core === null || coreEnded === null ? null : coreEnded - core });
      if (next_cursor === null) break;
      cursor = next_cursor;
    }
  }
  const of = (isFirst: boolean) => pages.filter(({ place }) => (place === 0) === isFirst);
  const core = (isFirst: boolean) => {
    const known = of(isFirst).flatMap(({ coreMs }) => (coreMs === null ? [] : [coreMs]));
    return known.length === 0 ? null : middle(known);
  };
  return {
    first: middle(of(true).map(({ ms }) => ms)),
    later: middle(of(false).map(({ ms }) => ms)),
    firstCore: core(true),
    laterCore: core(false),
  };
}

function middle(values: readonly number[]): number {
  return values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)] ?? 0;
}

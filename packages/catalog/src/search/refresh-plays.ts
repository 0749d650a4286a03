import { sql } from 'kysely';
import type { CatalogDatabase } from '../database/tables.ts';

const RANGE = 10_000;

/**
 * Counts plays anew and writes those that changed, a range of rows at a time: nobody waits long for a row. A row that someone
 * holds keeps its count until the next time, for waiting in another order than the writer of identities could stop both.
 */
export async function refreshPlays(db: CatalogDatabase): Promise<void> {
  const { rows } = await sql<{ last: number | null }>`SELECT max(id) AS last FROM library`.execute(db);
  for (let first = 1; first <= (rows[0]?.last ?? 0); first += RANGE) await refreshRange(db, first, first + RANGE - 1);
}

async function refreshRange(db: CatalogDatabase, first: number, last: number): Promise<void> {
  await sql`
    WITH counted AS MATERIALIZED (
      SELECT library_id, count(*)::integer AS plays FROM flowsheet
      WHERE entry_type = 'track' AND library_id BETWEEN ${first} AND ${last} GROUP BY library_id
    ), changed AS MATERIALIZED (
      SELECT l.id, coalesce(counted.plays, 0) AS plays FROM library l LEFT JOIN counted ON counted.library_id = l.id
      WHERE l.id BETWEEN ${first} AND ${last} AND l.plays <> coalesce(counted.plays, 0)
      FOR NO KEY UPDATE OF l SKIP LOCKED
    )
    UPDATE library SET plays = changed.plays FROM changed WHERE changed.id = library.id`.execute(db);
}

import { sql } from 'kysely';
import type { CatalogDatabase } from '../database/tables.ts';
import { SIMILARITY_FLOOR } from './alias-arm.ts';

/**
 * Five seconds at most. Joins run in the order that they are written in, and plans are kept whatever they are asked with: the rows
 * of a page are few, and planning nine tables costs more than it finds. Pages are taken to be in memory: reading a table of
 * 64,000 rows for a hundred of them is not. No helpers are called for what takes some milliseconds: to start one takes longer.
 */
export async function inReadTransaction<T>(db: CatalogDatabase, run: (db: CatalogDatabase) => Promise<T>): Promise<T> {
  const start = async (transaction: CatalogDatabase): Promise<T> => {
    await sql`SELECT set_config('statement_timeout', '5s', true), set_config('jit', 'off', true),
      set_config('join_collapse_limit', '1', true), set_config('plan_cache_mode', 'force_generic_plan', true),
      set_config('random_page_cost', '1.1', true), set_config('max_parallel_workers_per_gather', '0', true),
      set_config('pg_trgm.similarity_threshold', ${String(SIMILARITY_FLOOR)}, true)`.execute(transaction);
    return run(transaction);
  };
  return db.isTransaction ? start(db) : db.transaction().execute(start);
}

import { sql } from 'kysely';
import type { CatalogDatabase } from '../database/tables.ts';

/** Counts plays anew. Searches go on meanwhile, but for the first count, when there is nothing to keep. */
export async function refreshPlays(db: CatalogDatabase): Promise<void> {
  const { rows } = await sql`SELECT 1 FROM album_plays LIMIT 1`.execute(db);
  if (rows.length > 0) await sql`REFRESH MATERIALIZED VIEW CONCURRENTLY album_plays`.execute(db);
  else await sql`REFRESH MATERIALIZED VIEW album_plays`.execute(db);
  await sql`ANALYZE album_plays`.execute(db);
}

import { sql } from 'kysely';
import type { CatalogDatabase } from './tables.ts';

/**
 * Has the database look again at how its tables are filled, after many rows were written: until then it plans searches for what
 * they were. A server comes to it by itself after a while, the embedded database never.
 */
export async function refreshStatistics(db: CatalogDatabase): Promise<void> {
  await sql`
    ANALYZE artist, artist_alias, library, library_identity, library_identity_source, library_attempt,
      compilation_track_artist`.execute(db);
}

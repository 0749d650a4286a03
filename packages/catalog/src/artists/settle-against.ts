import { sql } from 'kysely';
import type { CatalogDatabase } from '../database/tables.ts';

export interface Rejected {
  readonly artistId: number;
  readonly source: string;
  readonly standing: string;
  readonly rejected: string;
  readonly actor: string;
}

/** An id that stood before will be proposed again by the records that name it: that is settled too. */
export async function settleAgainst(
  transaction: CatalogDatabase,
  { artistId, source, standing, rejected, actor }: Rejected,
): Promise<void> {
  await sql`
    INSERT INTO artist_identity_conflict
      (artist_id, source, standing_id, proposed_id, library_id, settled_at, settled_by)
    -- Of the records that name it the first, else of all: where none is filed under the artist, none proposes anything.
    SELECT ${artistId}::integer, ${source}::text, ${standing}::text, ${rejected}::text, l.id, now(), ${actor}::text
    FROM library l LEFT JOIN library_identity i ON i.library_id = l.id
    WHERE l.artist_id = ${artistId}
    ORDER BY i.artist_ids ->> ${source} IS NOT DISTINCT FROM ${rejected} DESC, l.id LIMIT 1
    ON CONFLICT (artist_id, source, proposed_id) DO UPDATE SET
      standing_id = excluded.standing_id, settled_at = excluded.settled_at, settled_by = excluded.settled_by`.execute(
    transaction,
  );
}

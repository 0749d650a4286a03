import { sql } from 'kysely';
import { inTransaction } from '../database/in-transaction.ts';
import type { CatalogDatabase } from '../database/tables.ts';

export interface ConflictDecision {
  readonly artistId: number;
  readonly source: string;
  readonly proposedId: string;
  /** Which of the two ids is the artist's. */
  readonly take: 'standing' | 'proposed';
  readonly actor: string;
}

/**
 * Decides between the id that stands of an artist and the one that a verdict proposed. From then on it is staff's word, and the
 * other id is not proposed again. Gives false where there is no such conflict, or it is settled.
 */
export async function settleArtistConflict(
  db: CatalogDatabase,
  { artistId, source, proposedId, take, actor }: ConflictDecision,
): Promise<boolean> {
  return inTransaction(db, async (transaction) => {
    // The artist before anything of it, as everyone locks them.
    await sql`SELECT 1 FROM artist WHERE id = ${artistId} FOR NO KEY UPDATE`.execute(transaction);
    const { rows: settled } = await sql<{ library_id: number; standing_id: string }>`
      UPDATE artist_identity_conflict AS conflict SET settled_at = now(), settled_by = ${actor}
      FROM artist_identity AS standing
      WHERE conflict.artist_id = ${artistId} AND conflict.source = ${source} AND conflict.proposed_id = ${proposedId}
        AND conflict.settled_at IS NULL
        AND standing.artist_id = conflict.artist_id AND standing.source = conflict.source
      RETURNING conflict.library_id, standing.external_id AS standing_id`.execute(transaction);
    const [conflict] = settled;
    if (conflict === undefined) return false;
    const taken = take === 'proposed' ? proposedId : conflict.standing_id;
    await sql`
      UPDATE artist_identity SET external_id = ${taken}, origin = 'staff', actor = ${actor}, confidence = NULL, set_at = now()
      WHERE artist_id = ${artistId} AND source = ${source}`.execute(transaction);
    if (take === 'proposed') {
      await settleAgainst(
        transaction,
        { artistId, source, standing: taken, rejected: conflict.standing_id, actor },
        conflict.library_id,
      );
    }
    return true;
  });
}

/** The id that stood before will be proposed again by the records that named it: that is settled too. */
async function settleAgainst(
  db: CatalogDatabase,
  {
    artistId,
    source,
    standing,
    rejected,
    actor,
  }: Record<'source' | 'standing' | 'rejected' | 'actor', string> & { artistId: number },
  libraryId: number,
): Promise<void> {
  await sql`
    INSERT INTO artist_identity_conflict
      (artist_id, source, standing_id, proposed_id, library_id, settled_at, settled_by)
    VALUES (${artistId}, ${source}, ${standing}, ${rejected}, ${libraryId}, now(), ${actor})
    ON CONFLICT (artist_id, source, proposed_id) DO UPDATE SET
      standing_id = excluded.standing_id, settled_at = excluded.settled_at, settled_by = excluded.settled_by`.execute(
    db,
  );
  await sql`
    UPDATE artist_identity_conflict SET standing_id = ${standing}
    WHERE artist_id = ${artistId} AND source = ${source} AND settled_at IS NULL`.execute(db);
}

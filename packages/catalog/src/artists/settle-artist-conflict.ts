import { sql } from 'kysely';
import { inTransaction } from '../database/in-transaction.ts';
import type { CatalogDatabase } from '../database/tables.ts';
import { NoSuchConflictError } from './artist-errors.ts';
import { lockArtist } from './lock-artist.ts';
import { settleAgainst } from './settle-against.ts';
import { type ArtistChange, findStandingId, keepReplaced, upsertStaffId } from './write-artist-id.ts';

export interface ConflictDecision extends ArtistChange {
  readonly proposedId: string;
  /** Which of the two ids is the artist's. */
  readonly take: 'standing' | 'proposed';
}

/**
 * Decides between the id that stands of an artist and the one that a verdict proposed. From then on it is staff's word, and the
 * other id is not proposed again. Throws UnknownArtistError and NoSuchConflictError.
 */
export async function settleArtistConflict(
  db: CatalogDatabase,
  { proposedId, take, ...change }: ConflictDecision,
): Promise<void> {
  const { artistId, source, actor } = change;
  await inTransaction(db, async (transaction) => {
    await lockArtist(transaction, artistId);
    const standing = await findStandingId(transaction, change);
    const { rows } = await sql`
      UPDATE artist_identity_conflict SET settled_at = now(), settled_by = ${actor}
      WHERE artist_id = ${artistId} AND source = ${source} AND proposed_id = ${proposedId} AND settled_at IS NULL
      RETURNING proposed_id`.execute(transaction);
    if (rows.length === 0 || standing === null) throw new NoSuchConflictError(artistId);
    const taken = take === 'proposed' ? proposedId : standing.external_id;
    await keepReplaced(transaction, change, { standing, done: `set ${source} ${taken}` });
    await upsertStaffId(transaction, change, taken);
    if (take === 'standing') return;
    await settleAgainst(transaction, { artistId, source, actor, standing: taken, rejected: standing.external_id });
    await sql`
      UPDATE artist_identity_conflict SET standing_id = ${taken}
      WHERE artist_id = ${artistId} AND source = ${source} AND settled_at IS NULL`.execute(transaction);
  });
}

import { sql } from 'kysely';
import { inTransaction } from '../database/in-transaction.ts';
import type { CatalogDatabase } from '../database/tables.ts';
import { isIdOf, normaliseId } from '../identity/check-answer-shapes.ts';
import { isArtistSource } from '../identity/identity-columns.ts';
import { BadArtistIdError } from './artist-errors.ts';
import { lockArtist } from './lock-artist.ts';
import { settleAgainst } from './settle-against.ts';
import { type ArtistChange, findStandingId, keepReplaced, upsertStaffId } from './write-artist-id.ts';

/**
 * Makes an id staff's word, which no verdict replaces. It settles what is open on its source: neither what was proposed nor what
 * stood is proposed again. Gives false where it was staff's word already. Throws UnknownArtistError and BadArtistIdError.
 */
export async function setArtistId(
  db: CatalogDatabase,
  { externalId: given, ...change }: ArtistChange & { readonly externalId: string },
): Promise<boolean> {
  const { artistId, source, actor } = change;
  if (!isArtistSource(source))
    throw new BadArtistIdError([
      { pointer: '/source', message: 'Sources of artists end in _artist, but for bandcamp.' },
    ]);
  const externalId = normaliseId(source, given.trim());
  if (!isIdOf(source, externalId))
    throw new BadArtistIdError([{ pointer: '/external_id', message: `This does not look like an id of ${source}.` }]);
  return inTransaction(db, async (transaction) => {
    await lockArtist(transaction, artistId);
    const standing = await findStandingId(transaction, change);
    if (standing?.origin === 'staff' && standing.external_id === externalId) return false;
    await keepReplaced(transaction, change, { standing, done: `set ${source} ${externalId}` });
    await upsertStaffId(transaction, change, externalId);
    await sql`
      UPDATE artist_identity_conflict SET standing_id = ${externalId}, settled_at = now(), settled_by = ${actor}
      WHERE artist_id = ${artistId} AND source = ${source} AND settled_at IS NULL`.execute(transaction);
    if (standing !== null && standing.external_id !== externalId)
      await settleAgainst(transaction, {
        artistId,
        source,
        actor,
        standing: externalId,
        rejected: standing.external_id,
      });
    return true;
  });
}

import { sql } from 'kysely';
import { inTransaction } from '../database/in-transaction.ts';
import type { CatalogDatabase } from '../database/tables.ts';
import { type ArtistProposal, proposeArtistIds } from '../identity/fill-artist-ids.ts';
import { NoSuchArtistIdError, NotStaffsIdError } from './artist-errors.ts';
import { lockArtist } from './lock-artist.ts';
import { type ArtistChange, type ArtistSource, findStandingId, keepReplaced } from './write-artist-id.ts';

/**
 * Takes back what staff said of a source of an artist, and all that it settled: what the stored verdicts on its records say
 * stands again. Throws UnknownArtistError, NoSuchArtistIdError, and NotStaffsIdError where verdicts named it.
 */
export async function clearArtistId(db: CatalogDatabase, change: ArtistChange): Promise<void> {
  const { artistId, source, actor } = change;
  await inTransaction(db, async (transaction) => {
    await lockArtist(transaction, artistId);
    const standing = await findStandingId(transaction, change);
    if (standing === null) throw new NoSuchArtistIdError(artistId, source);
    if (standing.origin !== 'staff') throw new NotStaffsIdError(source);
    await keepReplaced(transaction, change, { standing, done: `clear ${source} ${standing.external_id}` });
    for (const table of ['artist_identity', 'artist_identity_conflict'])
      await sql`DELETE FROM ${sql.table(table)} WHERE artist_id = ${artistId} AND source = ${source}`.execute(
        transaction,
      );
    await proposeArtistIds(transaction, await listStoredProposals(transaction, change), actor);
  });
}

/** What stored verdicts name; what a person pinned is said of the record. */
async function listStoredProposals(db: CatalogDatabase, { artistId, source }: ArtistSource): Promise<ArtistProposal[]> {
  const { rows } = await sql<ArtistProposal>`
    SELECT l.artist_id, ${source}::text AS source, i.artist_ids ->> ${source} AS external_id,
      coalesce(s.confidence, i.confidence) AS confidence, l.id AS library_id
    FROM library l
    JOIN library_identity i ON i.library_id = l.id
    LEFT JOIN library_identity_source s ON s.library_id = l.id AND s.source = ${source}
    WHERE l.artist_id = ${artistId} AND i.artist_ids ->> ${source} IS NOT NULL AND s.method IS DISTINCT FROM 'manual'`.execute(
    db,
  );
  return rows;
}

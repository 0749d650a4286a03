import type { ArtistRecord } from '@deadwax/contract/catalog-schemas';
import { UnknownArtistError } from '../../artists/artist-errors.ts';
import { findArtist } from '../../artists/find-artist.ts';
import type { CatalogDatabase } from '../../database/tables.ts';

/** The artist, or the problem that there is none. */
export async function findArtistRecord(db: CatalogDatabase, artistId: number): Promise<ArtistRecord> {
  const artist = await findArtist(db, artistId);
  if (artist === null) throw new UnknownArtistError(artistId);
  return artist;
}

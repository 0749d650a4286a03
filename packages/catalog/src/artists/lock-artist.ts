import { sql } from 'kysely';
import type { CatalogDatabase } from '../database/tables.ts';
import { UnknownArtistError } from './artist-errors.ts';

/** The artist before anything of it, as everyone locks them. Throws UnknownArtistError. */
export async function lockArtist(transaction: CatalogDatabase, artistId: number): Promise<void> {
  const { rows } = await sql`SELECT 1 FROM artist WHERE id = ${artistId} FOR NO KEY UPDATE`.execute(transaction);
  if (rows.length === 0) throw new UnknownArtistError(artistId);
}

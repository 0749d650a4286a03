import { sql } from 'kysely';
import type { CatalogDatabase } from '../database/tables.ts';

export interface ArtistId {
  readonly source: string;
  readonly external_id: string;
  readonly origin: 'staff' | 'resolver';
  readonly actor: string;
  /** Of the verdict that named it; null of what staff entered. */
  readonly confidence: number | null;
}

export interface ArtistConflict {
  readonly source: string;
  readonly standing_id: string;
  readonly proposed_id: string;
  /** The record whose verdict proposed it. */
  readonly library_id: number;
}

export interface ArtistRecord {
  readonly id: number;
  readonly artist_name: string;
  readonly alphabetical_name: string;
  readonly code_letters: string | null;
  readonly code_number: number | null;
  /** How many library rows are filed under the artist. */
  readonly records: number;
  readonly ids: readonly ArtistId[];
  /** Unsettled ones. */
  readonly conflicts: readonly ArtistConflict[];
}

/** An artist with the ids that stand of it and what contradicts them; null where there is none of this number. */
export async function findArtist(db: CatalogDatabase, artistId: number): Promise<ArtistRecord | null> {
  const { rows } = await sql<ArtistRecord>`
    SELECT id, artist_name, alphabetical_name, code_letters, code_number,
      (SELECT count(*)::integer FROM library l WHERE l.artist_id = artist.id) AS records,
      coalesce((SELECT jsonb_agg(jsonb_build_object('source', source, 'external_id', external_id, 'origin', origin,
          'actor', actor, 'confidence', confidence) ORDER BY source)
        FROM artist_identity WHERE artist_id = artist.id), '[]') AS ids,
      coalesce((SELECT jsonb_agg(jsonb_build_object('source', source, 'standing_id', standing_id, 'proposed_id', proposed_id,
          'library_id', library_id) ORDER BY source, proposed_id)
        FROM artist_identity_conflict WHERE artist_id = artist.id AND settled_at IS NULL), '[]') AS conflicts
    FROM artist WHERE id = ${artistId}`.execute(db);
  return rows[0] ?? null;
}

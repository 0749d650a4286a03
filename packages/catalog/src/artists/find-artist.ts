import type { ArtistRecord } from '@deadwax/contract/catalog-schemas';
import { sql } from 'kysely';
import type { CatalogDatabase } from '../database/tables.ts';

/** As many changes as are told of. */
const MOST_CHANGES = 100;

/** An artist with the ids that stand of it, what contradicts them and what people changed; null where there is none of this number. */
export async function findArtist(db: CatalogDatabase, artistId: number): Promise<ArtistRecord | null> {
  const { rows } = await sql<ArtistRecord>`
    SELECT id, artist_name, alphabetical_name, code_letters, code_number,
      (SELECT count(*)::integer FROM library l WHERE l.artist_id = artist.id) AS records,
      coalesce((SELECT jsonb_agg(jsonb_build_object('source', source, 'external_id', external_id, 'origin', origin,
          'actor', actor, 'confidence', confidence, 'set_at', set_at) ORDER BY source)
        FROM artist_identity WHERE artist_id = artist.id), '[]') AS ids,
      coalesce((SELECT jsonb_agg(jsonb_build_object('artist_id', artist_id, 'source', source, 'standing_id', standing_id,
          'proposed_id', proposed_id, 'library_id', library_id, 'seen_at', seen_at) ORDER BY source, proposed_id)
        FROM artist_identity_conflict WHERE artist_id = artist.id AND settled_at IS NULL), '[]') AS conflicts,
      coalesce((SELECT jsonb_agg(jsonb_build_object('source', source, 'external_id', external_id, 'origin', origin,
          'superseded_at', superseded_at, 'category', reason_category, 'reason', superseded_reason, 'actor', actor)
          ORDER BY history_id DESC)
        FROM (SELECT * FROM artist_identity_history WHERE artist_id = artist.id
          ORDER BY history_id DESC LIMIT ${sql.lit(MOST_CHANGES)}) AS changes), '[]') AS history
    FROM artist WHERE id = ${artistId}`.execute(db);
  return rows[0] ?? null;
}

import type { CompilationTrack } from '@deadwax/contract/catalog-schemas';
import { sql } from 'kysely';
import type { CatalogDatabase } from '../database/tables.ts';

/** The credits of a compilation, by position and title. */
export async function listTracks(db: CatalogDatabase, libraryId: number): Promise<CompilationTrack[]> {
  const { rows } = await sql<CompilationTrack>`
    SELECT id, artist_name, track_title, track_position, track_artist_id, track_artist_link_confidence,
      track_artist_link_method
    FROM compilation_track_artist WHERE library_id = ${libraryId}
    ORDER BY track_position NULLS LAST, track_title NULLS LAST, artist_name, id`.execute(db);
  return rows;
}

import { sql } from 'kysely';

/** What a row without an id of its own is known again by, as one text; of columns artist_name, album_title and format_id. */
export const nameKeySql = sql<string>`
  'names:' || jsonb_build_array(search_fold(artist_name), search_fold(album_title), format_id)::text`;

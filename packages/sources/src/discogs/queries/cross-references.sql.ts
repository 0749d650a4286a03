import type { CrossReferenceQuery } from '../../authority.ts';

const MASTER_OF_RELEASE = `
SELECT 'discogs_release' AS source_a, id::VARCHAR AS id_a, 'discogs_master' AS source_b, master_id::VARCHAR AS id_b,
  'release' AS via_table, 'master_id' AS via_property, false AS ended, 'normal' AS rank
FROM discogs.release
WHERE master_id > 0`;

const MAIN_RELEASE_OF_MASTER = `
SELECT 'discogs_master' AS source_a, id::VARCHAR AS id_a, 'discogs_release' AS source_b, main_release_id::VARCHAR AS id_b,
  'master' AS via_table, 'main_release_id' AS via_property, false AS ended, 'normal' AS rank
FROM discogs.master
WHERE main_release_id > 0`;

/** Kinds of address that name an artist elsewhere; a page of Wikipedia is no id. */
const ARTIST_SOURCES = ['bandcamp', 'spotify_artist', 'apple_music_artist', 'mb_artist', 'wikidata_artist'];

const ARTIST_LINKS = `
SELECT DISTINCT 'discogs_artist' AS source_a, artist_id::VARCHAR AS id_a, kind AS source_b, external_id AS id_b,
  'artist_url' AS via_table, 'url' AS via_property, false AS ended, 'normal' AS rank
FROM discogs.artist_url
WHERE kind IN (${ARTIST_SOURCES.map((source) => `'${source}'`).join(', ')})`;

export const CROSS_REFERENCES: readonly CrossReferenceQuery[] = [
  { name: 'discogs_master_of_release', sql: MASTER_OF_RELEASE },
  { name: 'discogs_main_release_of_master', sql: MAIN_RELEASE_OF_MASTER },
  { name: 'discogs_artist_links', sql: ARTIST_LINKS },
];

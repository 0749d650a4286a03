/** The id columns of `library_identity` and the source that fills each. */
export const sourceOfColumn = {
  discogs_master_id: 'discogs_master',
  discogs_release_id: 'discogs_release',
  musicbrainz_release_group_mbid: 'mb_release_group',
  musicbrainz_release_mbid: 'mb_release',
  musicbrainz_recording_mbid: 'mb_recording',
  wikidata_qid: 'wikidata',
  spotify_id: 'spotify',
  apple_music_id: 'apple_music',
} as const;

export type IdentityColumn = keyof typeof sourceOfColumn;

export const identityColumns = Object.keys(sourceOfColumn) as IdentityColumn[];

/** The artist's ids of an answer and the source of each. */
export const sourceOfArtistId = {
  discogs_artist_id: 'discogs_artist',
  musicbrainz_artist_id: 'mb_artist',
  wikidata_qid: 'wikidata_artist',
  spotify_artist_id: 'spotify_artist',
  apple_music_artist_id: 'apple_music_artist',
  bandcamp_id: 'bandcamp',
} as const;

export type ArtistIdField = keyof typeof sourceOfArtistId;

export const artistIdFields = Object.keys(sourceOfArtistId) as ArtistIdField[];

const artistSources: ReadonlySet<string> = new Set(Object.values(sourceOfArtistId));

/** Whether a source's ids are of artists. A source that is not known here says so by its name. */
export function isArtistSource(source: string): boolean {
  return artistSources.has(source) || source.endsWith('_artist');
}

/** A MusicBrainz identifier: UUID, lower case. */
export type Mbid = string & { readonly __brand: 'Mbid' };

export const MBID_PATTERN = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

export function parseMbid(text: string): Mbid | null {
  const lower = text.trim().toLowerCase();
  return MBID_PATTERN.test(lower) ? (lower as Mbid) : null;
}

const ENTITY_SOURCES: Readonly<Record<string, string>> = {
  artist: 'mb_artist',
  'release-group': 'mb_release_group',
  release: 'mb_release',
  recording: 'mb_recording',
};

/** Reads `https://musicbrainz.org/<entity>/<mbid>`, with or without a tab (`/relationships`), of the main and beta sites. */
export function parseMusicbrainzUrl(url: URL): { source: string; id: Mbid } | null {
  if (!/^(www\.|beta\.)?musicbrainz\.org$/.test(url.hostname)) return null;
  const [, entity = '', text = ''] = url.pathname.split('/');
  const source = ENTITY_SOURCES[entity];
  const id = parseMbid(text);
  return source !== undefined && id !== null ? { source, id } : null;
}

/** The page of an entity. */
export function musicbrainzPage(entity: 'artist' | 'release-group' | 'release' | 'recording'): (id: string) => string {
  return (id) => `https://musicbrainz.org/${entity}/${id}`;
}

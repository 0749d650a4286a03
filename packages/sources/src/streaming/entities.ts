import type { EntitySource } from '../authority.ts';
import { APPLE_MUSIC_ID_PATTERN, BANDCAMP_ALBUM_ID_PATTERN, BANDCAMP_ID_PATTERN, SPOTIFY_ID_PATTERN } from './ids.ts';

const SPOTIFY = { family: 'spotify', integerId: false, pattern: SPOTIFY_ID_PATTERN } as const;
const APPLE_MUSIC = { family: 'apple_music', integerId: false, pattern: APPLE_MUSIC_ID_PATTERN } as const;
const BANDCAMP = { family: 'bandcamp', integerId: false } as const;

/** Services that publish no dump: their ids are known only through the links of the others. */
export const STREAMING_ENTITIES: readonly EntitySource[] = [
  {
    ...SPOTIFY,
    name: 'spotify',
    grain: 'release',
    mainField: 'spotify_id',
    url: (id) => `https://open.spotify.com/album/${id}`,
  },
  {
    ...SPOTIFY,
    name: 'spotify_artist',
    grain: 'artist',
    mainField: 'artist.spotify_artist_id',
    url: (id) => `https://open.spotify.com/artist/${id}`,
  },
  {
    ...APPLE_MUSIC,
    name: 'apple_music',
    grain: 'release',
    mainField: 'apple_music_id',
    url: (id) => `https://music.apple.com/album/${id}`,
  },
  {
    ...APPLE_MUSIC,
    name: 'apple_music_artist',
    grain: 'artist',
    mainField: 'artist.apple_music_artist_id',
    url: (id) => `https://music.apple.com/artist/${id}`,
  },
  {
    ...BANDCAMP,
    name: 'bandcamp',
    grain: 'artist',
    mainField: 'artist.bandcamp_id',
    pattern: BANDCAMP_ID_PATTERN,
    url: (id) => `https://${id}.bandcamp.com`,
  },
  {
    ...BANDCAMP,
    name: 'bandcamp_album',
    grain: 'release',
    mainField: null,
    pattern: BANDCAMP_ALBUM_ID_PATTERN,
    url: (id) => `https://${id.replace('/', '.bandcamp.com/album/')}`,
  },
];

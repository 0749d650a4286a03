import type { EntitySource } from '../authority.ts';
import { DISCOGS_ID_PATTERN, formatDiscogsUrl } from './ids.ts';

const SHARED = { family: 'discogs', integerId: true, pattern: DISCOGS_ID_PATTERN } as const;

export const DISCOGS_ENTITIES: readonly EntitySource[] = [
  {
    ...SHARED,
    name: 'discogs_artist',
    grain: 'artist',
    mainField: 'artist.discogs_artist_id',
    url: (id) => formatDiscogsUrl('artist', id),
  },
  {
    ...SHARED,
    name: 'discogs_master',
    grain: 'group',
    mainField: 'discogs_master_id',
    url: (id) => formatDiscogsUrl('master', id),
  },
  {
    ...SHARED,
    name: 'discogs_release',
    grain: 'release',
    mainField: 'discogs_release_id',
    url: (id) => formatDiscogsUrl('release', id),
  },
];

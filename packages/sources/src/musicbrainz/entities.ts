import type { EntitySource, Grain } from '../authority.ts';
import { MBID_PATTERN, musicbrainzPage } from './ids.ts';

interface Kind {
  readonly name: string;
  readonly grain: Grain;
  readonly mainField: string;
  readonly page: Parameters<typeof musicbrainzPage>[0];
}

const KINDS: readonly Kind[] = [
  { name: 'mb_artist', grain: 'artist', mainField: 'artist.musicbrainz_artist_id', page: 'artist' },
  { name: 'mb_release_group', grain: 'group', mainField: 'musicbrainz_release_group_mbid', page: 'release-group' },
  { name: 'mb_release', grain: 'release', mainField: 'musicbrainz_release_mbid', page: 'release' },
  { name: 'mb_recording', grain: 'recording', mainField: 'musicbrainz_recording_mbid', page: 'recording' },
];

export const MUSICBRAINZ_ENTITIES: readonly EntitySource[] = KINDS.map(({ name, grain, mainField, page }) => ({
  name,
  grain,
  family: 'musicbrainz',
  mainField,
  integerId: false,
  pattern: MBID_PATTERN,
  url: musicbrainzPage(page),
}));

import { expect, it } from 'vitest';
import { csvSource } from './csv/source.ts';
import { allEntitySources, builtInSources, getEntitySource } from './registry.ts';

const OWN = csvSource('mine');
const ENTITIES = allEntitySources([...builtInSources, OWN]);

it('has one source of each name', () => {
  expect(new Set(ENTITIES.map(({ name }) => name)).size).toBe(ENTITIES.length);
});

it('fills no field of the answer from two sources', () => {
  const fields = ENTITIES.flatMap(({ mainField }) => (mainField === null ? [] : [mainField]));
  expect(fields.toSorted()).toEqual([
    'apple_music_id',
    'artist.apple_music_artist_id',
    'artist.bandcamp_id',
    'artist.discogs_artist_id',
    'artist.musicbrainz_artist_id',
    'artist.spotify_artist_id',
    'artist.wikidata_qid',
    'discogs_master_id',
    'discogs_release_id',
    'musicbrainz_recording_mbid',
    'musicbrainz_release_group_mbid',
    'musicbrainz_release_mbid',
    'spotify_id',
    'wikidata_qid',
  ]);
});

it.each([
  ['discogs_release', '1722', 'https://www.discogs.com/release/1722'],
  ['wikidata_artist', 'Q255', 'https://www.wikidata.org/wiki/Q255'],
  ['spotify', '6mm1Skz3JE6AXneya9Nyiv', 'https://open.spotify.com/album/6mm1Skz3JE6AXneya9Nyiv'],
  ['apple_music_artist', '471744', 'https://music.apple.com/artist/471744'],
  ['bandcamp', 'plone', 'https://plone.bandcamp.com'],
  ['bandcamp_album', 'plone/puzzlewood', 'https://plone.bandcamp.com/album/puzzlewood'],
])('knows the page of %s %s', (name, id, url) => {
  const entity = getEntitySource(name);
  expect(id).toMatch(entity.pattern);
  expect(entity.url(id)).toBe(url);
});

it('finds the sources of a user’s own authority among those given', () => {
  expect(getEntitySource('mine_release', [OWN]).family).toBe('mine');
  expect(() => getEntitySource('mine_release')).toThrow('There is no source mine_release.');
});

import { expect, it } from 'vitest';
import { csvSource } from './source.ts';

it.each(['mine', 'wxyc', 'a', 'shelf_2', 'order', `n${'x'.repeat(30)}`])('%s can be an authority', (name) => {
  const { entities } = csvSource(name);
  expect(entities.map((entity) => [entity.name, entity.grain, entity.family])).toEqual([
    [`${name}_artist`, 'artist', name],
    [`${name}_release`, 'release', name],
  ]);
});

it.each([
  ['discogs', 'discogs is a source already'],
  ['musicbrainz', 'musicbrainz is a source already'],
  ['mb', 'mb_artist is a source already'],
  ['wikidata', 'wikidata is a source already'],
  ['spotify', 'spotify is a source already'],
  ['bandcamp', 'bandcamp is a source already'],
  ['main', 'reserved'],
  ['Mine', 'small letter'],
  ['2nd', 'small letter'],
  ['my-shelf', 'small letter'],
  ['a"; DROP SCHEMA b', 'small letter'],
  [`n${'x'.repeat(31)}`, 'small letter'],
  ['', 'small letter'],
])('%j cannot: %s', (name, message) => {
  expect(() => csvSource(name)).toThrow(
    expect.objectContaining({ code: 'bad_name', message: expect.stringContaining(message) }),
  );
});

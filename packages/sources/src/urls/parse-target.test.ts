import { describe, expect, it } from 'vitest';
import { parseTargetUrl } from './parse-target.ts';

const named: [address: string, source: string, id: string][] = [
  ['https://www.discogs.com/artist/132084', 'discogs_artist', '132084'],
  ['http://discogs.com/artist/132084-Snoop-Dogg', 'discogs_artist', '132084'],
  ['https://www.discogs.com/de/artist/132084-Snoop-Dogg', 'discogs_artist', '132084'],
  ['https://www.discogs.com/pt_BR/release/1722', 'discogs_release', '1722'],
  ['https://www.discogs.com/Plone-For-Beginner-Piano/release/1722', 'discogs_release', '1722'],
  ['https://www.discogs.com/release/1722-Plone-For-Beginner-Piano?ev=rb', 'discogs_release', '1722'],
  ['https://www.discogs.com/master/8155', 'discogs_master', '8155'],
  ['https://www.discogs.com/label/23528-Warp-Records', 'discogs_label', '23528'],
  ['http://www.wikidata.org/wiki/Q6096', 'wikidata', 'Q6096'],
  ['https://www.wikidata.org/entity/Q6096#P434', 'wikidata', 'Q6096'],
  ['https://open.spotify.com/artist/7hJcb9fa4alzcOq3EaNPoG', 'spotify_artist', '7hJcb9fa4alzcOq3EaNPoG'],
  ['https://open.spotify.com/intl-de/album/2nLOHgzXzwFEpl62zAgCEC?si=x', 'spotify', '2nLOHgzXzwFEpl62zAgCEC'],
  ['https://music.apple.com/us/artist/snoop-dogg/277274', 'apple_music_artist', '277274'],
  ['https://music.apple.com/gb/album/1440782221', 'apple_music', '1440782221'],
  ['https://itunes.apple.com/us/album/doggystyle/id1440782221', 'apple_music', '1440782221'],
  ['https://itunes.apple.com/artist/id277274', 'apple_music_artist', '277274'],
  ['https://Plone.bandcamp.com', 'bandcamp', 'plone'],
  ['https://plone.bandcamp.com/music', 'bandcamp', 'plone'],
  ['https://plone.bandcamp.com/album/Puzzlewood', 'bandcamp_album', 'plone/puzzlewood'],
  ['https://www.deezer.com/album/302127', 'deezer', '302127'],
  ['https://www.deezer.com/fr/artist/1190', 'deezer_artist', '1190'],
  ['https://tidal.com/album/77610756', 'tidal', '77610756'],
  ['https://tidal.com/browse/artist/1566', 'tidal_artist', '1566'],
  [
    'https://musicbrainz.org/artist/F90E8B26-9E52-4669-A5C9-E28529C47894/relationships',
    'mb_artist',
    'f90e8b26-9e52-4669-a5c9-e28529c47894',
  ],
  [
    'https://beta.musicbrainz.org/release-group/22b54315-6e51-350b-bb34-e6e16f7688bd',
    'mb_release_group',
    '22b54315-6e51-350b-bb34-e6e16f7688bd',
  ],
];

const unnamed: [address: string, why: string][] = [
  ['http://www.discogs.com/artist/Source+Direct+At+Home', 'a name form without id'],
  ['https://www.discogs.com/artist/10cc', 'a name that begins with digits'],
  ['https://www.discogs.com/artist/0', 'no such id'],
  ['https://www.discogs.com/user/someone', 'a user'],
  ['https://notdiscogs.com/artist/1', 'another host'],
  ['https://example.org/?u=https://www.discogs.com/artist/1', 'an address inside an address'],
  ['https://www.wikidata.org/wiki/Property:P434', 'a property'],
  ['https://open.spotify.com/track/2nLOHgzXzwFEpl62zAgCEC', 'a track'],
  ['https://open.spotify.com/artist/short', 'not 22 characters'],
  ['https://music.apple.com/us/album/doggystyle/1440782221?i=1440782400', 'one song'],
  ['https://bandcamp.com/someone', 'a listener'],
  ['https://daily.bandcamp.com/', "bandcamp's own page"],
  ['https://plone.bandcamp.com/track/bibi-plone', 'a track'],
  ['https://en.wikipedia.org/wiki/Plone', 'no authority of ours'],
  ['https://musicbrainz.org/artist/1', 'no MBID'],
  ['ftp://www.discogs.com/artist/1', 'not the web'],
  ['https://www.discogs.com:port/artist/1', 'not an address'],
  ['', 'nothing'],
];

describe('parseTargetUrl', () => {
  it.each(named)('%s names %s %s', (address, source, id) => {
    expect(parseTargetUrl(address)).toEqual({ source, id });
  });

  it.each(unnamed)('%s names nobody: %s', (address) => {
    expect(parseTargetUrl(address)).toBeNull();
  });
});

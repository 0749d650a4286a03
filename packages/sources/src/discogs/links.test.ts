import { describe, expect, it } from 'vitest';
import { parseArtistLink, parseLabelLink } from './links.ts';

describe('parseArtistLink', () => {
  const links: [address: string, kind: string | null, externalId: string | null][] = [
    ['http://joshwink.bandcamp.com', 'bandcamp', 'joshwink'],
    ['joshwink.bandcamp.com/music', 'bandcamp', 'joshwink'],
    ['https://open.spotify.com/artist/7hJcb9fa4alzcOq3EaNPoG?si=1', 'spotify_artist', '7hJcb9fa4alzcOq3EaNPoG'],
    ['https://music.apple.com/us/artist/josh-wink/277274', 'apple_music_artist', '277274'],
    ['https://www.wikidata.org/wiki/Q6096', 'wikidata_artist', 'Q6096'],
    ['https://en.wikipedia.org/wiki/Josh_Wink', 'wikipedia', 'en:Josh_Wink'],
    ['http://de.m.wikipedia.org/wiki/Bj%C3%B6rk', 'wikipedia', 'de:Björk'],
    ['https://sv.wikipedia.org/wiki/100%', 'wikipedia', 'sv:100%'],
    ['https://www.wikipedia.org/wiki/X', null, null],
    ['https://www.facebook.com/JoshWink', null, null],
    ['bookings via https://x.bandcamp.com/', null, null],
    ['mailto:someone@bandcamp.com', null, null],
    ['http://', null, null],
    ['', null, null],
  ];
  it.each(links)('%s leads to %s %s', (address, kind, externalId) => {
    expect(parseArtistLink(address)).toEqual({ kind, externalId });
  });
});

describe('parseLabelLink', () => {
  it("does not take a label's item for an artist's", () => {
    expect(parseLabelLink('https://www.wikidata.org/wiki/Q1')).toEqual({ kind: 'wikidata_label', externalId: 'Q1' });
  });
});

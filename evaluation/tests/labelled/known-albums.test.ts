import { describe, expect, it } from 'vitest';
import { artistOfPage, collectKnownAlbums, describeAlbum } from '../../src/labelled/known-albums.ts';

describe('artistOfPage', () => {
  it.each([
    ['wikipedia_en:Exodus_(Bob_Marley_and_the_Wailers_album)', 'Bob Marley and the Wailers'],
    ['wikipedia_en:Debut_(Bj%C3%B6rk_album)', 'Björk'],
    ['wikipedia_en:Orbital_(1993_album)', null],
    ['wikipedia_en:Document_(album)', null],
    ['spotify_album:x_(y_album)', null],
  ])('%s: %s', (entity, artist) => {
    expect(artistOfPage(entity)).toBe(artist);
  });
});

describe('collectKnownAlbums', () => {
  it('gathers what an id is called anywhere, the row itself included', () => {
    const known = collectKnownAlbums(
      [{ artist: 'Jimi Hendrix', album: 'Axis', truth: 's:1', origin: 'a', answerable: true }],
      [
        { entity: 's:1', artist: 'Jimi Hendrix Experience', title: 'Axis: Bold as Love', year: '', origin: 'b' },
        { entity: 'w:1', artist: '', title: 'Nobody’s', year: '', origin: 'b' },
      ],
    );
    expect(known.get('s:1')).toEqual({
      artists: ['Jimi Hendrix Experience', 'Jimi Hendrix'],
      titles: ['Axis: Bold as Love', 'Axis'],
    });
    expect(describeAlbum(known.get('w:1'))).toBe('? – Nobody’s');
    expect(describeAlbum(undefined)).toBe('unknown');
  });
});

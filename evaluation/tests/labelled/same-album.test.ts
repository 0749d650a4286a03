import { describe, expect, it } from 'vitest';
import { isSameTitle, readTitle } from '../../src/labelled/album-title.ts';
import { AlbumList, compareAlbums, isSameArtist } from '../../src/labelled/same-album.ts';

describe('isSameTitle', () => {
  it.each([
    ['Moondance', 'Moondance (Deluxe Edition)', 'an edition in brackets'],
    ['Moondance (2013 Remaster)', 'Moondance [Expanded Edition]', 'two editions'],
    ['Physical Graffiti', 'Physical Graffiti - Remastered', 'an edition after a dash'],
    ['Graceland', 'Graceland (25th Anniversary Deluxe Edition)', 'a number that belongs to the edition'],
    ['Nowhere', 'Nowhere EP', 'the carrier at the end'],
    ['The Visitors', 'Visitors', 'an article'],
    ['Björk Début', 'Bjork Debut', 'marks'],
    ['Ágætis byrjun', 'Agaetis Byrjun', 'letters that do not decompose'],
    ['Trans-Europe Express', 'Trans Europe Express', 'a hyphen'],
    ['Bluesbreakers', 'Blues Breakers', 'words run together'],
    ['Third/Sister Lovers', 'Third (Sister Lovers)', 'the same words in brackets'],
    ['Superfly', 'Superfly (Original Motion Picture Soundtrack)', 'what sort of record it is'],
    ['No Sleep ’til Hammersmith', "No Sleep 'Til Hammersmith (Live)", 'a remark on one side only'],
    ['( )', '( )', 'signs alone'],
  ])('%s = %s: %s', (a, b) => {
    expect(isSameTitle(readTitle(a), readTitle(b))).toBe(true);
  });

  it.each([
    ['Led Zeppelin II', 'Led Zeppelin III', 'another number'],
    ['Weezer (Blue Album)', 'Weezer (Green Album)', 'two remarks that differ'],
    ['Nightlife', 'Nightlife (Remixes)', 'another recording'],
    ['MTV Unplugged', 'MTV', 'a word that is no edition'],
    ['Rusa Live', 'Live!', 'a word more'],
    ['The Best Of Bread', 'The Best Of', 'a name more'],
    ['1984', '1989', 'numbers alone'],
    ['( )', '†', 'other signs alone'],
    ['Mono', 'Stereo', 'words of editions alone are the title'],
  ])('%s ≠ %s: %s', (a, b) => {
    expect(isSameTitle(readTitle(a), readTitle(b))).toBe(false);
  });
});

describe('isSameArtist', () => {
  it.each([
    ['The Pogues', 'Pogues', true],
    ['Marley, Bob', 'Bob Marley', true],
    ['Prince', 'Prince & The Revolution', true],
    ['Bad Company', 'Bad Company (3)', true],
    ['Run-D.M.C.', 'Run DMC', true],
    ['Warchief', 'The Archies', false],
    ['Masada', 'Macadam (7)', false],
    ['', 'U2', false],
  ])('%s, %s: %s', (a, b, same) => {
    expect(isSameArtist(a, b)).toBe(same);
    expect(isSameArtist(b, a)).toBe(same);
  });
});

describe('compareAlbums', () => {
  it('takes any title and any artist that both are known under', () => {
    const truth = { artists: ['Jimi Hendrix', 'Jimi Hendrix Experience'], titles: ['Axis: Bold as Love'] };
    expect(compareAlbums({ artists: ['Hendrix'], titles: ['Axis', 'Axis - Bold As Love'] }, truth)).toBe('same');
    expect(compareAlbums({ artists: ['Santana'], titles: ['Axis: Bold as Love'] }, truth)).toBe('different');
  });

  it('says so when a title is all there is', () => {
    expect(compareAlbums({ artists: [], titles: ['War'] }, { artists: ['U2'], titles: ['War'] })).toBe('same title');
  });
});

describe('AlbumList', () => {
  it('knows its albums in other words too, and no others', () => {
    const list = new AlbumList([
      { artist: 'The Beatles', title: 'Abbey Road' },
      { artist: '', title: 'War' },
    ]);
    expect(list.has('Beatles', 'Abbey Road (Remastered)')).toBe(true);
    expect(list.has('Booker T. & the M.G.’s', 'Abbey Road')).toBe(false);
    expect(list.has('U2', 'War')).toBe(false);
  });
});

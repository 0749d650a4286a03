import { describe, expect, it } from 'vitest';
import { artistsOf, compareArtists, playersClash } from '../../src/pairs/features/compare-artists.ts';
import { comparePair, FEATURES } from '../../src/pairs/features/compare-pair.ts';
import {
  compareCopyrightYears,
  compareGenres,
  compareHolders,
  comparePrices,
  compareReleaseDates,
  compareSeconds,
} from '../../src/pairs/features/compare-values.ts';
import { parseCopyright, parsePrice, parseReleaseDate, parseSeconds } from '../../src/pairs/features/parse-values.ts';
import type { TrackRecord } from '../../src/pairs/read-pairs.ts';

describe('values of a record', () => {
  it.each([
    ['3:33', 213],
    ['1:02:03', 3723],
    ['--', null],
    ['', null],
  ])('duration %s', (text, seconds) => {
    expect(parseSeconds(text)).toBe(seconds);
  });

  it.each([
    ['$ 1.29', 1.29],
    ['Album Only', null],
  ])('price %s', (text, price) => {
    expect(parsePrice(text)).toBe(price);
  });

  it.each([
    ['1-Jan-70', { year: 1970, day: 0 }],
    ['2-Jan-70', { year: 1970, day: 1 }],
    ['October 21 , 2014', { year: 2014, day: 16_364 }],
    ['21-Oct-14', { year: 2014, day: 16_364 }],
    ['2008', { year: 2008, day: null }],
    ['21-Foo-14', null],
    ['', null],
  ])('release date %s', (text, date) => {
    expect(parseReleaseDate(text)).toEqual(date);
  });

  it.each([
    ['( C ) 2013 Polydor Ltd. ( UK ) under exclusive licence to Interscope', { years: [2013], holder: 'polydor uk' }],
    ['‰ ãÑ 2014 , 2015 Epic Records , a division of Sony', { years: [2014, 2015], holder: 'epic' }],
    ['Krankbrother', { years: [], holder: 'krankbrother' }],
    ['', { years: [], holder: '' }],
  ])('copyright %s', (text, notice) => {
    expect(parseCopyright(text)).toEqual(notice);
  });
});

describe('comparisons of values', () => {
  it('falls with the difference of durations, faster at a smaller scale', () => {
    expect(compareSeconds(200, 200, 2)).toBe(1);
    expect(compareSeconds(200, 202, 2)).toBeCloseTo(2 / Math.E - 1);
    expect(compareSeconds(200, 202, 1)).toBeLessThan(compareSeconds(200, 202, 8));
    expect(compareSeconds(null, 202, 2)).toBe(0);
  });

  it('compares days where both are known, else years', () => {
    const date = (text: string) => parseReleaseDate(text);
    expect(compareReleaseDates(date('21-Oct-14'), date('October 21 , 2014'))).toBe(1);
    expect(compareReleaseDates(date('2014'), date('October 21 , 2014'))).toBe(1);
    expect(compareReleaseDates(date('1990'), date('2014'))).toBe(-1);
    expect(compareReleaseDates(null, date('2014'))).toBe(0);
  });

  it('is silent where a side is', () => {
    expect(comparePrices(null, 1.29)).toBe(0);
    expect(compareGenres('Music', 'Pop')).toBe(0);
    expect(compareCopyrightYears(parseCopyright('Krankbrother'), parseCopyright('2014 X'))).toBe(0);
    expect(compareHolders(parseCopyright('2014'), parseCopyright('2014 X'))).toBe(0);
  });

  it('says yes and no', () => {
    expect([comparePrices(1.29, 1.29), comparePrices(0.99, 1.29)]).toEqual([1, -1]);
    expect([compareGenres('Hip-Hop/Rap , Music', 'Rap & Hip-Hop'), compareGenres('Pop', 'Rock')]).toEqual([1, -1]);
    const [epic, other] = [parseCopyright('2014 Epic Records'), parseCopyright('2015 Zebra')];
    expect([compareCopyrightYears(epic, epic), compareCopyrightYears(epic, other)]).toEqual([1, -1]);
    expect([compareHolders(epic, epic), compareHolders(epic, other)]).toEqual([1, -1]);
  });

  it.each([
    ['Kenny Chesney & Willie Nelson', 'Kenny Chesney', 1],
    ['Skrillex & Diplo', 'Skrillex , Diplo', 1],
    ['Nicky Jam & Enrique Iglesias', 'Enrique Iglesias & Pitbull', 0],
    ['Zedd', 'Kaskade', -1],
    ['', 'Kaskade', 0],
  ])('artists %s and %s', (a, b, expected) => {
    expect(compareArtists(artistsOf(a).filter(Boolean), artistsOf(b).filter(Boolean))).toBe(expected);
  });
});

const TRACK: TrackRecord = {
  song: 'This Love',
  artist: 'Taylor Swift',
  album: '1989',
  genre: 'Pop',
  price: '$ 1.29',
  copyright: '2014 Big Machine',
  time: '4:10',
  released: 'October 27 , 2014',
};

describe('comparePair', () => {
  it('keeps every feature between -1 and 1, for records that say nothing too', () => {
    const silent: TrackRecord = {
      song: '',
      artist: '',
      album: '',
      genre: '',
      price: '',
      copyright: '',
      time: '',
      released: '',
    };
    for (const [a, b] of [
      [TRACK, TRACK],
      [TRACK, silent],
      [silent, silent],
    ] as const)
      for (const feature of FEATURES) expect(Math.abs(comparePair(a, b, 2)[feature]), feature).toBeLessThanOrEqual(1);
  });

  it('tells a karaoke track from the song', () => {
    const karaoke = { ...TRACK, album: 'Taylor Swift Karaoke : 1989' };
    expect(playersClash(TRACK, karaoke)).toBe(1);
    expect(playersClash(karaoke, karaoke)).toBe(0);
    expect(comparePair(TRACK, karaoke, 2)['version on one side']).toBe(1);
  });
});

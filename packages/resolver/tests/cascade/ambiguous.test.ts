import type { BulkResolveInput } from '@deadwax/contract/schemas';
import { inheritedConfidence } from '@deadwax/linkage/model';
import { leastLead } from '@deadwax/linkage/score/weights';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Resolver } from '../../src/resolver.ts';
import { askExplained } from './ask-explained.ts';
import { makeDiscogsResolver, type Release } from './discogs-dump.ts';

const nirvana = [1, 'Nirvana'] as const;
const homonym = [2, 'Nirvana (2)'] as const;
const low = [3, 'Low'] as const;
const slint = [4, 'Slint'] as const;
/** So many that a name says something. */
const others = Array.from({ length: 60 }, (_, place) => [1000 + place, `Nobody ${place}`] as const);
/** Three pressings that any two of label, year and format tell apart, and their numbers alone. */
const pressings = [
  { id: 30, year: 2018, label: 'Sub Pop', catalogNumber: 'SP 1250', barcode: '098787125016', format: 'Vinyl' },
  { id: 31, year: 2018, label: 'Sub Pop', catalogNumber: 'SPCD 1250', barcode: '098787125023', format: 'CD' },
  { id: 32, year: 2020, label: 'Tugboat', catalogNumber: 'TUGB 009', barcode: '5024545000000', format: 'CD' },
];

let resolver: Resolver;

beforeAll(async () => {
  const bySlint = (id: number, rest: Pick<Release, 'title' | 'year' | 'master' | 'isMain'>): Release => ({
    id,
    artist: slint,
    ...rest,
  });
  resolver = await makeDiscogsResolver({
    artists: [nirvana, homonym, low, slint, ...others].map(([id, name]) => ({ id, name })),
    masters: [
      { id: 100, artist: nirvana, title: 'Best Of', year: 2002 },
      { id: 101, artist: homonym, title: 'Best Of', year: 1999 },
      { id: 300, artist: low, title: 'Double Negative', year: 2018 },
      { id: 301, artist: low, title: 'Silver Rider' },
      { id: 302, artist: low, title: 'Silver River' },
      { id: 400, artist: slint, title: 'Spiderland' },
      { id: 401, artist: slint, title: 'Tweez' },
      { id: 402, artist: slint, title: 'Glenn' },
    ],
    releases: [
      { id: 10, artist: nirvana, title: 'Best Of', year: 2002, label: 'DGC', barcode: '606949352721', master: 100 },
      {
        id: 11,
        artist: homonym,
        title: 'Best Of',
        year: 1999,
        label: 'Background',
        barcode: '5013929000001',
        master: 101,
      },
      {
        id: 12,
        artist: nirvana,
        title: 'Nevermind',
        year: 1991,
        label: 'DGC',
        catalogNumber: 'DGC 24425',
        barcode: '720642442524',
      },
      ...pressings.map((each) => ({
        ...each,
        artist: low,
        title: 'Double Negative',
        master: 300,
        isMain: each.id === 31,
      })),
      {
        id: 33,
        artist: low,
        title: 'Hey What',
        year: 2021,
        label: 'Sub Pop',
        catalogNumber: 'SP 1425',
        barcode: '098787142518',
      },
      { id: 34, artist: low, title: 'Silver Rider', year: 2005, master: 301 },
      { id: 35, artist: low, title: 'Silver River', year: 2008, master: 302 },
      bySlint(40, { title: 'Spiderland', year: 1991, master: 400 }),
      bySlint(41, { title: 'Spiderland', year: 2014, master: 400, isMain: true }),
      bySlint(42, { title: 'Tweez', master: 401 }),
      bySlint(43, { title: 'Tweez', year: 1993, master: 401 }),
      bySlint(44, { title: 'Tweez', year: 1989, master: 401 }),
      bySlint(110, { title: 'Glenn', year: 1994, master: 402 }),
      bySlint(99, { title: 'Glenn', year: 1994, master: 402 }),
    ],
  });
});

const ask = (artist: string, title: string, hints: Partial<BulkResolveInput> = {}) =>
  askExplained(resolver, artist, title, hints);

/** The release that stands in the answer, by what, and from where. */
function pressingOf(artist: string, title: string, hints: Partial<BulkResolveInput> = {}) {
  const legs = ask(artist, title, hints).result.provenance;
  const leg = legs.find(({ source }) => source === 'discogs_release');
  return `${leg?.external_id} ${leg?.method} ${leg?.derived_from}`;
}

describe('albums too close to tell apart', () => {
  it('stay open, with the candidates and what is known of them', () => {
    const { result, chosen } = ask('Nirvana', 'Best Of');
    expect(chosen).toBeNull();
    expect(result).toMatchObject({ kind: 'unresolved', unresolved_reason: 'ambiguous', main: null, method: null });
    const [one, other] = result.candidates.filter(({ source }) => source === 'discogs_master');
    expect(one).toMatchObject({ external_id: '100', name: 'Best Of', artist_name: 'Nirvana', year: 2002 });
    expect(other).toMatchObject({ external_id: '101', name: 'Best Of', artist_name: 'Nirvana (2)', year: 1999 });
    for (const each of [one, other])
      expect(each).toMatchObject({ method: 'exact_match', confidence: expect.any(Number), url: expect.any(String) });
  });

  it('are opened comparison by comparison, with the lead that is missing and what would give it', () => {
    const { result, albums } = ask('Nirvana', 'Best Of');
    const [best, next] = albums;
    expect((best?.log_odds ?? 0) - (next?.log_odds ?? 0)).toBeLessThan(leastLead);
    for (const album of [best, next])
      expect(album?.comparisons.map(({ comparison }) => comparison)).toEqual(['artist', 'title', 'version']);
    expect(result.explanation?.what_would_change).toEqual([expect.stringContaining('a year (2002 or 1999)')]);
  });

  it.each<[string, string, Partial<BulkResolveInput>]>([
    ['100', 'the year of the one', { year: 2002 }],
    ['101', 'the year of the other', { year: 1999 }],
    ['101', 'the label of the other', { label: 'Background' }],
    ['100', 'the barcode of the one', { barcode: '6 06949 35272 1' }],
    ['101', 'the barcode of the other', { barcode: '5013929000001' }],
  ])('%s is taken by %s', (master, _by, hints) => {
    const { result, chosen } = ask('Nirvana', 'Best Of', hints);
    expect(chosen?.external_id).toBe(master);
    expect(result.candidates).toEqual([]);
  });

  it.each<[string, Partial<BulkResolveInput>]>([
    ['a year that is close to the one and later than the other: 0.7 + 0.8 bits', { year: 2003 }],
    ['a label of neither', { label: 'Ghost Box' }],
    ['a barcode of neither', { barcode: '720642442524' }],
  ])('stay open by %s', (_by, hints) => {
    const { result, chosen } = ask('Nirvana', 'Best Of', hints);
    expect([chosen, result.unresolved_reason]).toEqual([null, 'ambiguous']);
  });

  it('leave the artist linked where both are by one', () => {
    const { result } = ask('Low', 'Silver Rimer');
    expect(result.candidates.map(({ external_id: id }) => id)).toEqual(['301', '302']);
    expect(result.provenance.map(({ source, external_id: id, reason }) => [source, id, reason])).toEqual([
      ['discogs_artist', '3', null],
      ['discogs_master', null, 'ambiguous'],
      ['discogs_release', null, 'ambiguous'],
    ]);
  });
});

describe('a false number', () => {
  const numbers: readonly [string, Partial<BulkResolveInput>][] = [
    ['a barcode of nothing', { barcode: '4012345678901' }],
    ["a barcode of the artist's other album", { barcode: '098787142518' }],
    ['a barcode of a stranger', { barcode: '720642442524' }],
    ['a catalogue number of the other album', { catalog_number: 'SP 1425' }],
    ['both, of the other album', { barcode: '098787142518', catalog_number: 'SP 1425' }],
    ['both, of a stranger', { barcode: '720642442524', catalog_number: 'DGC 24425', label: 'DGC' }],
    ['all that is printed on the other album', { barcode: '098787142518', catalog_number: 'SP 1425', year: 2021 }],
  ];

  it.each(numbers)('never outvotes artist and title: %s', (_what, hints) => {
    const { result, chosen } = ask('Low', 'Double Negative', hints);
    expect(chosen).toMatchObject({ source: 'discogs_master', external_id: '300' });
    expect(result).toMatchObject({ method: 'exact_match', confidence: 1, candidates: [] });
    expect(pressingOf('Low', 'Double Negative', hints)).toBe('31 inherited discogs_master');
  });

  it('never outvotes label and year either, where names are equal', () => {
    const hints = { label: 'DGC', year: 2002, barcode: '5013929000001' };
    expect(ask('Nirvana', 'Best Of', hints).chosen?.external_id).toBe('100');
  });

  it('has no more to say than six bits, two numbers together no more than one', () => {
    const { chosen } = ask('Low', 'Double Negative', { barcode: '098787125016', catalog_number: 'SP 1250' });
    const said = chosen?.comparisons.filter(({ comparison }) => /barcode|catalog_number/.test(comparison)) ?? [];
    expect(said.map(({ level }) => level)).toEqual(['same', 'same']);
    expect(said.reduce((sum, { weight }) => sum + weight, 0)).toBeCloseTo(6, 2);
  });

  it.each(numbers)('never finds a record for a row that has none: %s', (_what, hints) => {
    const { chosen, result } = ask('Low', 'Nothing Like It', hints);
    expect(chosen).toBeNull();
    expect(result.provenance.find(({ source }) => source === 'discogs_release')?.external_id).toBeNull();
  });
});

describe('a pressing', () => {
  it.each<[string, string, Partial<BulkResolveInput>]>([
    ['30', 'barcode', { barcode: '0-98787-12501-6' }],
    ['31', 'catalogue number', { catalog_number: 'spcd-1250' }],
    ['32', 'barcode, whatever the year says', { barcode: '5024545000000', year: 2018 }],
    ['30', 'year and format', { year: 2018, format: 'LP' }],
    ['31', 'label and format', { label: 'Sub Pop', format: 'CD' }],
    ['32', 'label and year', { label: 'Tugboat', year: 2020 }],
    ['31', 'all three', { label: 'Sub Pop', year: 2018, format: 'CD' }],
  ])('%s is singled out by %s', (id, _by, hints) => {
    expect(pressingOf('Low', 'Double Negative', hints)).toBe(`${id} exact_match null`);
  });

  it.each<[string, string, Partial<BulkResolveInput>]>([
    ['31', 'nothing', {}],
    ['32', 'one weak hint that leaves it alone', { year: 2020 }],
    ['30', 'a carrier that only one has', { format: 'Vinyl' }],
    ['31', 'two weak hints that leave two', { year: 2018, label: 'Sub Pop' }],
    ['31', 'hints that fit none', { year: 1950, label: 'Nobody', format: 'Cassette' }],
  ])('%s only stands for the album by %s', (id, _by, hints) => {
    expect(pressingOf('Low', 'Double Negative', hints)).toBe(`${id} inherited discogs_master`);
  });

  it('that only stands for the album is worth what one link leaves of it', () => {
    const legs = ask('Low', 'Double Negative').result.provenance;
    const worth = (source: string) => legs.find((leg) => leg.source === source)?.confidence;
    expect(worth('discogs_release')).toBe(inheritedConfidence(worth('discogs_master') ?? 0));
  });

  it('is the album where there is no other', () => {
    expect(pressingOf('Nirvana', 'Nevermind')).toBe('12 exact_match null');
  });

  it.each([
    ['Spiderland', '41', 'the main release before an earlier one'],
    ['Tweez', '44', 'the earliest, one without a year last'],
    ['Glenn', '99', 'the lowest id, as a number'],
  ])('of %s is %s: %s', (title, id) => {
    expect(pressingOf('Slint', title)).toBe(`${id} inherited discogs_master`);
  });
});

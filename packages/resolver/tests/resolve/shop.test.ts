import { validateBulkResolveResult } from '@deadwax/contract/generated/validators';
import type { BulkResolveInput } from '@deadwax/contract/schemas';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Resolver } from '../../src/resolver.ts';
import { legsOf, makeShopResolver } from './make-resolver.ts';

const rows = [
  'a1,artist,Nirvana,,,,,,,,',
  'a2,artist,Nirvana (2),,,,,,,,',
  'a3,artist,Nilüfer Yanya,,,,,,,,N. Yanya',
  'r1,release,Nirvana,Nevermind,a1,1991,DGC,DGC-24425,720642442524,CD,',
  'r2,release,Nirvana (2),Songs of Love and Praise,a2,1995,Background,HBG 122/11,,CD,',
  'r3,release,Nilüfer Yanya,Painless,a3,2022,ATO,ATO0604,,Vinyl,Painless (Deluxe)',
  'r4,release,Various Artists,Trojan Ska,,1998,Trojan,TJETD004,,CD,',
  'r5,release,細野晴臣,Hosono House,,1973,Bellwood,OFL-10,,LP,',
  'r6,release,Nirvana,Best Of,a1,2002,DGC,1,,CD,',
  'r7,release,Nirvana (2),Best Of,a2,1999,Background,2,,CD,',
  'r8,release,Low,Double Negative,,2018,Sub Pop,SP1250,098787125016,Vinyl,',
  'r9,release,Low,Double Negative,,2018,Sub Pop,SPCD1250,098787125023,CD,',
  'r10,release,Weezer,Weezer,,1994,DGC,,,CD,',
];

const cases = [
  {
    why: 'heading and title',
    artist: 'Nirvana',
    title: 'Nevermind',
    legs: ['shop_artist:a1 exact_match', 'shop_release:r1 exact_match'],
  },
  {
    why: 'the album chooses among homonyms',
    artist: 'Nirvana',
    title: 'Songs of Love & Praise',
    legs: ['shop_artist:a2 exact_match', 'shop_release:r2 exact_match'],
  },
  {
    why: 'case, diacritics and a bracket tag',
    artist: 'NILUFER YANYA',
    title: 'Painless [missing]',
    legs: ['shop_artist:a3 exact_match', 'shop_release:r3 exact_match'],
  },
  {
    why: 'a variation of the source',
    artist: 'N. Yanya',
    title: 'Painless',
    legs: ['shop_artist:a3 name_variation', 'shop_release:r3 name_variation'],
  },
  {
    why: 'a variant of the title',
    artist: 'Nilüfer Yanya',
    title: 'Painless (Deluxe)',
    legs: ['shop_artist:a3 exact_match', 'shop_release:r3 exact_match'],
  },
  {
    why: 'an artist whose album is not here',
    artist: 'Nilüfer Yanya',
    title: 'Miss Universe',
    legs: ['shop_artist:a3 exact_match'],
  },
  {
    why: 'a credit without an id leads to its release only',
    artist: '細野晴臣',
    title: 'Hosono House',
    legs: ['shop_release:r5 exact_match'],
  },
  { why: 'self-titled', artist: 'Weezer', title: 's/t', legs: ['shop_release:r10 exact_match'] },
  { why: 'nobody', artist: 'Nobody Ever', title: 'Nothing', legs: [] },
  { why: 'a title that another artist has', artist: 'Nobody Ever', title: 'Nevermind', legs: [] },
  { why: 'nothing at all', artist: '', title: '', legs: [] },
  { why: "an exporter's null", artist: 'NULL', title: 'Nevermind', legs: [] },
];

let resolver: Resolver;
beforeAll(async () => {
  resolver = await makeShopResolver(rows);
});

function resolve(artist: string, title: string, hints: Partial<BulkResolveInput> = {}) {
  const [result] = resolver.resolve([{ library_id: 1, artist_name: artist, album_title: title, ...hints }], {
    includeTracks: false,
  });
  if (!result) throw new Error('no result');
  return result;
}

describe('a row', () => {
  it.each(cases)('$why', ({ artist, title, legs }) => {
    const result = resolve(artist, title);
    expect(legsOf(result)).toEqual(legs);
    expect(result.kind).toBe(legs.length > 0 ? 'single_artist' : 'unresolved');
    expect(result.unresolved_reason).toBe(legs.length > 0 ? null : 'no_candidate');
  });

  it('is ambiguous, never the first, where nothing tells homonyms apart', () => {
    const result = resolve('Nirvana', '');
    expect(result).toMatchObject({
      kind: 'unresolved',
      unresolved_reason: 'ambiguous',
      method: null,
      confidence: null,
    });
    expect(result.candidates.map(({ external_id: id }) => id)).toEqual(['a1', 'a2']);
    expect(resolve('Nirvana', 'Best Of').candidates.map(({ external_id: id }) => id)).toEqual(['a1', 'a2', 'r6', 'r7']);
  });

  it('takes the pressing that a barcode or catalogue number names', () => {
    expect(legsOf(resolve('Low', 'Double Negative', { barcode: '0-98787-12502-3' }))).toEqual([
      'shop_release:r9 exact_match',
    ]);
    expect(legsOf(resolve('Low', 'Double Negative', { catalog_number: 'sp 1250' }))).toEqual([
      'shop_release:r8 exact_match',
    ]);
    expect(legsOf(resolve('Low', 'Double Negative', { format: 'LP' }))).toEqual(['shop_release:r8 exact_match']);
  });

  it('is not turned away by a hint that fits nothing', () => {
    expect(legsOf(resolve('Nirvana', 'Nevermind', { barcode: '123456789012', year: 1950 }))).toContain(
      'shop_release:r1 exact_match',
    );
  });

  it('by various artists is a compilation, found by its title, with no main', () => {
    const result = resolve('Various Artists - Rock - S', 'Trojan Ska');
    expect(result).toMatchObject({ kind: 'compilation', main: null, method: 'exact_match' });
    expect(legsOf(result)).toEqual(['shop_release:r4 exact_match']);
  });

  it('by various artists, of an unknown title, is still a compilation and says why it has no id', () => {
    expect(resolve('Soundtracks - D', 'Nowhere')).toMatchObject({
      kind: 'compilation',
      method: null,
      unresolved_reason: 'no_candidate',
    });
  });
});

describe('a batch', () => {
  const name = fc.oneof(
    fc.constantFrom('Nirvana', 'nilufer yanya', 'Low', 'Various', 'va', '!!!', 'The The', ''),
    fc.string({ unit: 'binary', maxLength: 30 }),
  );
  const input = fc.record({
    library_id: fc.integer(),
    artist_name: name,
    album_title: fc.oneof(fc.constantFrom('Best Of', 'Painless', 'Double Negative', 's/t'), name),
  });

  it('answers every input by the contract, whatever it says', () => {
    fc.assert(
      fc.property(fc.array(input, { minLength: 1, maxLength: 5 }), (inputs) => {
        const results = resolver.resolve(inputs, { includeTracks: false });
        expect(results.map(({ library_id: id }) => id)).toEqual(inputs.map(({ library_id: id }) => id));
        for (const result of results)
          expect(validateBulkResolveResult(result), JSON.stringify(validateBulkResolveResult.errors)).toBe(true);
      }),
    );
  });

  it('gives each input the bytes it gets alone', () => {
    const inputs = cases.map(({ artist, title }, place) => ({
      library_id: place,
      artist_name: artist,
      album_title: title,
    }));
    const together = resolver.resolve(inputs, { includeTracks: false }).map((result) => JSON.stringify(result));
    const alone = inputs.map((each) => JSON.stringify(resolver.resolve([each], { includeTracks: false })[0]));
    const backwards = resolver
      .resolve(inputs.toReversed(), { includeTracks: false })
      .map((result) => JSON.stringify(result));
    expect(alone).toEqual(together);
    expect(backwards.toReversed()).toEqual(together);
  });
});

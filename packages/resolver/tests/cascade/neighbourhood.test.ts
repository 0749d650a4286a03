import type { BulkResolveInput, BulkResolveResult } from '@deadwax/contract/schemas';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Resolver } from '../../src/resolver.ts';
import { legsOf, makeShopResolver } from '../resolve/make-resolver.ts';

let resolver: Resolver;

beforeAll(async () => {
  const others = Array.from({ length: 60 }, (_, place) => `b${place},artist,Nobody ${place},,,,,,,,`);
  resolver = await makeShopResolver([
    ...others,
    'a1,artist,Nirvana,,,,,,,,',
    'a2,artist,Nirvana (2),,,,,,,,',
    'r1,release,Nirvana,Best Of,a1,2002,DGC,,,CD,',
    'r2,release,Nirvana (2),Best Of,a2,1999,Background,,,CD,',
    'r3,release,Nirvana,Bleach,a1,1989,Sub Pop,,,LP,',
    'a3,artist,Nirvana (3),,,,,,,,',
    'r5,release,Nirvana (3),Local Anaesthetic,a3,1971,Pye,,,LP,',
    'r4,release,Nirvana (2),Songs of Love and Praise,a2,1995,Background,,,CD,',
  ]);
});

function ask(input: Partial<BulkResolveInput>, explain = false): BulkResolveResult {
  const row = { library_id: 1, artist_name: 'Nirvana', album_title: 'Best Of', ...input };
  const [result] = resolver.resolve([row], { includeTracks: false, explain });
  if (result === undefined) throw new Error('no result');
  return result;
}

describe('what the library files under the same artist', () => {
  it('is needed where nothing else tells homonyms with one title apart', () => {
    expect(ask({})).toMatchObject({ kind: 'unresolved', unresolved_reason: 'ambiguous' });
  });

  it.each([
    ['Bleach', 'r1', 'a1'],
    ['Songs of Love and Praise', 'r2', 'a2'],
  ])('%s beside it chooses %s', (title, release, artist) => {
    const result = ask({ neighbours: { titles: [title] } });
    expect(legsOf(result).map((leg) => leg.split(' ')[0])).toEqual([
      `shop_artist:${artist}`,
      `shop_release:${release}`,
    ]);
  });

  it('chooses nothing where it fits both or neither', () => {
    expect(ask({ neighbours: { titles: ['Bleach', 'Songs of Love and Praise'] } }).kind).toBe('unresolved');
    expect(ask({ neighbours: { titles: ['Nowhere To Be Found'] } }).kind).toBe('unresolved');
  });

  it('is no vote: it neither raises a confidence nor counts as agreement', () => {
    const alone = ask({ album_title: 'Bleach' });
    const beside = ask({ album_title: 'Bleach', neighbours: { titles: ['Best Of'] } });
    expect([beside.method, beside.confidence, beside.agreement_sources]).toEqual([
      alone.method,
      alone.confidence,
      alone.agreement_sources,
    ]);
  });

  it('never overrules the record that the row names', () => {
    const result = ask({ album_title: 'Bleach', neighbours: { titles: ['Songs of Love and Praise'] } });
    expect(legsOf(result)).toEqual(['shop_artist:a1 exact_match', 'shop_release:r3 exact_match']);
  });

  it('weighs nothing: what it chose stands as if it were the only one, and no candidate gains or loses a bit', () => {
    const weights = ({ explanation }: BulkResolveResult) =>
      explanation?.families.map(({ albums }) => albums.map(({ log_odds, comparisons }) => ({ log_odds, comparisons })));
    const tied = ask({}, true);
    const broken = ask({ neighbours: { titles: ['Bleach'] } }, true);
    expect(weights(broken)).toEqual(weights(tied));
    const dated = ask({ year: 2002 });
    expect(legsOf(broken)).toEqual(legsOf(dated));
    expect([broken.method, broken.confidence, broken.agreement_sources]).toEqual([
      dated.method,
      dated.confidence,
      null,
    ]);
  });

  it('counts labels as it counts titles', () => {
    expect(legsOf(ask({ neighbours: { labels: ['Background'] } }))).toContain('shop_release:r2 exact_match');
    expect(ask({ neighbours: { titles: ['Bleach'], labels: ['Background'] } }).kind).toBe('unresolved');
    const more = { titles: ['Bleach'], labels: ['Background', 'DGC'] };
    expect(legsOf(ask({ neighbours: more }))).toContain('shop_release:r1 exact_match');
  });

  it('never turns an open choice into nothing found, where the row names no album', () => {
    expect(ask({ album_title: '' })).toMatchObject({ kind: 'unresolved', unresolved_reason: 'ambiguous' });
    const told = ask({ album_title: '', neighbours: { titles: ['Local Anaesthetic'] } });
    expect(told.unresolved_reason).not.toBe('no_candidate');
  });

  it.each(['Stereolab', 'Nobody 7'])('never leads to an artist whom the row does not name: %s', (artist_name) => {
    expect(ask({ artist_name, neighbours: { titles: ['Bleach', 'Best Of'] } }).kind).toBe('unresolved');
  });

  it('never makes an album of one that is not there, nor brings in a homonym without it', () => {
    const nowhere = ask({ album_title: 'In Utero Demos', neighbours: { titles: ['Bleach'] } });
    expect(nowhere.provenance.find(({ source }) => source === 'shop_release')?.external_id).toBeNull();
    expect(ask({ neighbours: { titles: ['Local Anaesthetic'] } })).toMatchObject({ unresolved_reason: 'ambiguous' });
  });
});

import type { BulkResolveInput, BulkResolveResult } from '@deadwax/contract/schemas';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Resolver } from '../../src/resolver.ts';
import { legsOf, makeShopResolver } from '../resolve/make-resolver.ts';

let resolver: Resolver;

beforeAll(async () => {
  resolver = await makeShopResolver([
    'a1,artist,Nirvana,,,,,,,,',
    'a2,artist,Nirvana (2),,,,,,,,',
    'r1,release,Nirvana,Best Of,a1,2002,DGC,,,CD,',
    'r2,release,Nirvana (2),Best Of,a2,1999,Background,,,CD,',
    'r3,release,Nirvana,Bleach,a1,1989,Sub Pop,,,LP,',
    'r4,release,Nirvana (2),Songs of Love and Praise,a2,1995,Background,,,CD,',
  ]);
});

function ask(input: Partial<BulkResolveInput>): BulkResolveResult {
  const row = { library_id: 1, artist_name: 'Nirvana', album_title: 'Best Of', ...input };
  const [result] = resolver.resolve([row], { includeTracks: false });
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
});

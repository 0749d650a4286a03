import { sharedData } from '@deadwax/platform/shared-data';
import { builtInSources } from '@deadwax/sources/registry';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Resolver } from '../../src/resolver.ts';
import { legsOf, makeResolver } from './make-resolver.ts';

const folders: Readonly<Record<string, string | null>> = {
  discogs: sharedData('dumps', 'discogs'),
  musicbrainz: sharedData('dumps', 'musicbrainz', 'mini-mbdump.tar.bz2'),
  wikidata: sharedData('dumps', 'wikidata'),
};

describe.skipIf(folders.discogs === null)('over the real samples', () => {
  let resolver: Resolver;

  beforeAll(async () => {
    const inputs = await Promise.all(
      builtInSources.map(async (source) => ({ source, files: await source.discover(folders[source.name] ?? '') })),
    );
    resolver = await makeResolver(inputs, true);
  }, 60_000);

  function resolve(artist: string, title: string) {
    const [result] = resolver.resolve([{ library_id: 1, artist_name: artist, album_title: title }], {
      includeTracks: false,
    });
    if (!result) throw new Error('no result');
    return result;
  }

  it('finds a Discogs release by its artist', () => {
    expect(legsOf(resolve('Persuader, The', 'Stockholm'))).toEqual(
      expect.arrayContaining(['discogs_artist:1 exact_match', 'discogs_release:1 exact_match']),
    );
  });

  it('follows links, says from where, and gives them no vote', () => {
    const result = resolve('Snoop Dogg', '');
    const discogs = result.provenance.find(({ source }) => source === 'discogs_artist');
    expect(discogs).toMatchObject({
      external_id: '132084',
      method: 'inherited',
      derived_from: 'mb_artist',
      confidence: 0.95,
    });
    expect(result).toMatchObject({
      method: 'exact_match',
      agreement_sources: null,
      main: { artist: { discogs_artist_id: 132084, wikidata_qid: 'Q6096' } },
    });
  });

  it('sees that an alias leads to another than the one Wikidata names', () => {
    const result = resolve('Beethoven', '');
    expect(result.conflicts).toEqual([
      expect.objectContaining({ source: 'discogs_artist', with_source: 'wikidata_artist', with_external_id: 'Q255' }),
    ]);
    expect(result.main?.artist).toMatchObject({ discogs_artist_id: null, wikidata_qid: 'Q255' });
  });
});

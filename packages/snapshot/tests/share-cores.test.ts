import { discogsSource } from '@deadwax/sources/discogs/source';
import { wikidataSource } from '@deadwax/sources/wikidata/source';
import { describe, expect, it } from 'vitest';
import { shareCores } from '../src/build/share-cores.ts';

const MEGABYTE = 1 << 20;

function fileOf(megabytes: number) {
  return { path: `${megabytes}.xml`, kind: 'releases', bytes: megabytes * MEGABYTE, dumpDate: null };
}

describe('threads that read blocks of a large file', () => {
  it.each([
    { cores: 2, megabytes: [1000], threads: [2], why: 'alone it has every core' },
    { cores: 2, megabytes: [4330, 167, 164, 17], threads: [2, 1, 1, 1], why: 'most of the bytes, most of the time' },
    { cores: 2, megabytes: [600, 400], threads: [2, 1], why: 'the larger is read on when the other is done' },
    { cores: 8, megabytes: [500, 500, 500, 500], threads: [2, 2, 2, 2], why: 'four alike share eight' },
    { cores: 2, megabytes: [500, 500, 500, 500], threads: [1, 1, 1, 1], why: 'two are read at once' },
    { cores: 8, megabytes: [1000, 15, 1], threads: [8, 0, 0], why: 'small ones are read by who unpacks them' },
  ])('are $threads of $cores cores for files of $megabytes MB: $why', ({ cores, megabytes, threads }) => {
    const discogs = megabytes.map(fileOf);
    const threadsOf = shareCores(
      [
        { source: discogsSource, files: discogs },
        { source: wikidataSource, files: [fileOf(2000)] },
      ],
      cores,
    );
    expect(discogs.map((file) => threadsOf(discogsSource, file))).toEqual(threads);
    // Its records cannot be told apart without reading them.
    expect(threadsOf(wikidataSource, fileOf(2000))).toBe(0);
  });
});

import { discogsSource } from '@deadwax/sources/discogs/source';
import { wikidataSource } from '@deadwax/sources/wikidata/source';
import { describe, expect, it } from 'vitest';
import { shareCores } from '../src/build/share-cores.ts';

const files = (count: number, bytes: number) =>
  Array.from({ length: count }, (_, at) => ({ path: `${at}.xml`, kind: 'releases', bytes, dumpDate: null }));
const [small, large] = [1000, 1 << 30];

describe('threads that read blocks of a large file', () => {
  it.each([
    { cores: 2, largeFiles: 1, threads: 2, why: 'alone it has every core' },
    { cores: 8, largeFiles: 4, threads: 2, why: 'four share eight' },
    { cores: 8, largeFiles: 3, threads: 2, why: 'no core is promised twice' },
    { cores: 2, largeFiles: 4, threads: 1, why: 'two are read at once, and each has one' },
  ])('are $threads of $cores cores for each of $largeFiles: $why', ({ cores, largeFiles, threads }) => {
    const discogs = [...files(largeFiles, large), ...files(5, small)];
    const threadsOf = shareCores(
      [
        { source: discogsSource, files: discogs },
        { source: wikidataSource, files: files(1, large) },
      ],
      cores,
    );
    const counts = discogs.map((file) => threadsOf(discogsSource, file));
    expect(counts).toEqual([...Array(largeFiles).fill(threads), 0, 0, 0, 0, 0]);
    // Its records cannot be told apart without reading them.
    expect(threadsOf(wikidataSource, files(1, large)[0]!)).toBe(0);
  });
});

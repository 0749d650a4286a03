import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { makeFixture } from './fixture.ts';

async function hashes(seed: number): Promise<Record<string, string>> {
  const { out, remove } = await makeFixture({ artists: 250, seed, libraryRows: 60 });
  const files = readdirSync(out).sort();
  const found = files.map((name) => [
    name,
    createHash('sha256')
      .update(readFileSync(join(out, name)))
      .digest('hex'),
  ]);
  remove();
  return Object.fromEntries(found) as Record<string, string>;
}

describe('generateWorld', () => {
  it('writes the same bytes for the same seed, and others for another', async () => {
    const [first, again, other] = [await hashes(5), await hashes(5), await hashes(6)];
    expect(again).toEqual(first);
    expect(Object.keys(other)).toEqual(Object.keys(first));
    const shared = Object.keys(first).filter((name) => first[name] === other[name]);
    expect(shared).toEqual(['README.txt']);
  });

  it('writes only what is asked for', async () => {
    const write = {
      discogs: { kinds: ['labels'], plain: true },
      musicbrainz: false,
      wikidata: false,
      library: false,
    } as const;
    const { out, remove } = await makeFixture({ artists: 50, write });
    expect(readdirSync(out).sort()).toEqual([
      'README.txt',
      'discogs_20260901_CHECKSUM.txt',
      'discogs_20260901_labels.xml',
    ]);
    remove();
  });

  it('makes a world of any size, the smallest included', async () => {
    for (const artists of [1, 2, 9, 101]) {
      const { world, remove } = await makeFixture({ artists, libraryRows: 5 });
      expect(world.artists).toBe(artists);
      remove();
    }
  });
});

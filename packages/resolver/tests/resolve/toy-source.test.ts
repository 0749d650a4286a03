import { mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { validateBulkResolveResult } from '@deadwax/contract/generated/validators';
import type { BulkResolveResult } from '@deadwax/contract/schemas';
import { csvSource } from '@deadwax/sources/csv/source';
import type { Source } from '@deadwax/sources/source';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Resolver } from '../../src/resolver.ts';
import { legsOf, makeResolver } from './make-resolver.ts';

/** An authority with a file format of its own: a JSON list of records. Everything that it takes is in this file. */
const toySource: Source = {
  ...csvSource('toy'),
  discover: async (path) => [{ path, kind: 'records', bytes: 1, dumpDate: '2026-09-01' }],
  read: async ({ path }, { sink, onProgress }) => {
    const records: { id: string; artist: string; title: string }[] = JSON.parse(await readFile(path, 'utf8'));
    for (const { id, artist, title } of records) {
      sink.record('artist', `person-${id}`);
      sink.row('artist', [`person-${id}`, artist, true]);
      sink.record('release', id);
      sink.row('release', [id, title, artist, `person-${id}`, null, null, null, null, null]);
    }
    await sink.drain();
    onProgress(1);
    return { records: records.length * 2, skipped: {}, repaired: {}, truncated: false, dumpDate: null };
  },
};

let resolver: Resolver;

beforeAll(async () => {
  const folder = await mkdtemp(join(tmpdir(), 'deadwax-toy-'));
  const records = [
    { id: 'x1', artist: 'Juana Molina', title: 'DOGA' },
    { id: 'x2', artist: 'Stereolab', title: 'Dots and Loops' },
  ];
  await writeFile(join(folder, 'toys.json'), JSON.stringify(records));
  const shop = csvSource('shop');
  await writeFile(
    join(folder, 'shop.csv'),
    'id,kind,artist,title,artist_id\na1,artist,Stereolab,,\nr1,release,Stereolab,Dots and Loops,a1\n',
  );
  resolver = await makeResolver([
    { source: toySource, files: await toySource.discover(join(folder, 'toys.json')) },
    { source: shop, files: await shop.discover(join(folder, 'shop.csv')) },
  ]);
});

async function ask(artist: string, title: string): Promise<BulkResolveResult> {
  const [result] = await resolver.resolve([{ library_id: 1, artist_name: artist, album_title: title }], {
    includeTracks: false,
  });
  return result as BulkResolveResult;
}

describe('a source that only this file knows', () => {
  it('answers beside the others, each found by itself', async () => {
    const result = await ask('Stereolab', 'Dots And Loops');
    expect(legsOf(result).toSorted()).toEqual([
      'shop_artist:a1 exact_match',
      'shop_release:r1 exact_match',
      'toy_artist:person-x2 exact_match',
      'toy_release:x2 exact_match',
    ]);
    expect(result.provenance.every(({ derived_from }) => derived_from === null)).toBe(true);
    expect(validateBulkResolveResult(result)).toBe(true);
  });

  it('is no agreement by itself: no cross-reference joins the two', async () => {
    const { method, agreement_sources } = await ask('Stereolab', 'Dots And Loops');
    expect([method, agreement_sources]).toEqual(['exact_match', null]);
  });

  it('is matched by the same passes as every other', async () => {
    expect(legsOf(await ask('Molina, Juana', 'Doga [LP]'))).toEqual([
      expect.stringMatching(/^toy_artist:person-x1 /),
      expect.stringMatching(/^toy_release:x1 /),
    ]);
  });

  it('says that it looked where it found nothing', async () => {
    const { kind, provenance } = await ask('Nobody At All', 'Nothing');
    expect(kind).toBe('unresolved');
    expect(provenance.filter(({ source }) => source.startsWith('toy'))).toEqual([
      expect.objectContaining({ attempted: true, external_id: null, reason: 'no_candidate' }),
      expect.objectContaining({ attempted: true, external_id: null, reason: 'no_candidate' }),
    ]);
  });
});

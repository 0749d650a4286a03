import { mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { validateBulkResolveResult } from '@deadwax/contract/generated/validators';
import type { BulkResolveResult } from '@deadwax/contract/schemas';
import { csvSource } from '@deadwax/sources/csv/source';
import type { Source } from '@deadwax/sources/source';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Resolver } from '../../src/resolver.ts';
import { writeDiscogsDumps } from '../cascade/discogs-dump.ts';
import { legsOf, makeResolver } from './make-resolver.ts';

interface Toy {
  readonly id: string;
  readonly artist: string;
  readonly title: string;
  /** Ids in Discogs, where the list has them. */
  readonly discogs?: { readonly artist: number; readonly release: number };
}

const csv = csvSource('toy');
const linkTo = (grain: 'artist' | 'release') => `
SELECT 'toy_${grain}' AS source_a, ${grain}_id AS id_a, 'discogs_${grain}' AS source_b, discogs_${grain}_id AS id_b,
  'link' AS via_table, 'discogs' AS via_property, false AS ended, 'normal' AS rank
FROM toy.link`;

/** An authority with a file format of its own: a JSON list of records. Everything that it takes is in this file. */
const toySource: Source = {
  ...csv,
  tables: [
    ...csv.tables,
    {
      name: 'link',
      columns: {
        release_id: 'VARCHAR',
        artist_id: 'VARCHAR',
        discogs_artist_id: 'VARCHAR',
        discogs_release_id: 'VARCHAR',
      },
      recordColumn: 'release_id',
      recordGroup: 'release',
      orderBy: ['release_id'],
    },
  ],
  discover: async (path) => [{ path, kind: 'records', bytes: 1, dumpDate: '2026-09-01' }],
  read: async ({ path }, { sink, onProgress }) => {
    const records: Toy[] = JSON.parse(await readFile(path, 'utf8'));
    for (const { id, artist, title, discogs } of records) {
      sink.record('artist', `person-${id}`);
      sink.row('artist', [`person-${id}`, artist, true]);
      sink.record('release', id);
      sink.row('release', [id, title, artist, `person-${id}`, null, null, null, null, null]);
      if (discogs) sink.row('link', [id, `person-${id}`, String(discogs.artist), String(discogs.release)]);
    }
    await sink.drain();
    onProgress(1);
    return { records: records.length * 2, skipped: {}, repaired: {}, truncated: false, dumpDate: null };
  },
  authority: {
    ...csv.authority,
    crossReferences: [
      { name: 'toy_artist_links', sql: linkTo('artist') },
      { name: 'toy_release_links', sql: linkTo('release') },
    ],
  },
};

const toys: readonly Toy[] = [
  { id: 'x1', artist: 'Juana Molina', title: 'DOGA' },
  { id: 'x2', artist: 'Stereolab', title: 'Dots and Loops' },
  { id: 'x3', artist: 'Chuquimamani-Condori', title: 'Edits', discogs: { artist: 11, release: 21 } },
  { id: 'x4', artist: 'Jessica Pratt', title: 'Quiet Signs', discogs: { artist: 99, release: 98 } },
];

let resolver: Resolver;

beforeAll(async () => {
  const folder = await mkdtemp(join(tmpdir(), 'deadwax-toy-'));
  await writeFile(join(folder, 'toys.json'), JSON.stringify(toys));
  const shop = csvSource('shop');
  await writeFile(
    join(folder, 'shop.csv'),
    'id,kind,artist,title,artist_id\na1,artist,Stereolab,,\nr1,release,Stereolab,Dots and Loops,a1\n',
  );
  const discogs = await writeDiscogsDumps({
    artists: [
      { id: 11, name: 'Chuquimamani-Condori' },
      { id: 12, name: 'Jessica Pratt' },
    ],
    releases: [
      { id: 21, artist: [11, 'Chuquimamani-Condori'], title: 'Edits' },
      { id: 22, artist: [12, 'Jessica Pratt'], title: 'Quiet Signs' },
    ],
  });
  resolver = await makeResolver([
    { source: toySource, files: await toySource.discover(join(folder, 'toys.json')) },
    { source: shop, files: await shop.discover(join(folder, 'shop.csv')) },
    discogs,
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

  it('agrees with another that it links to, artist with artist and record with record', async () => {
    const result = await ask('Chuquimamani-Condori', 'Edits');
    expect(result).toMatchObject({ method: 'cross_source_agreement', confidence: 1, conflicts: [] });
    expect(result.agreement_sources).toEqual(['discogs_artist', 'discogs_release', 'toy_artist', 'toy_release']);
    expect(result.main).toMatchObject({ discogs_release_id: 21, artist: { discogs_artist_id: 11 } });
    expect(validateBulkResolveResult(result)).toBe(true);
  });

  it('contradicts another where its only link leads elsewhere', async () => {
    const { method, agreement_sources, conflicts } = await ask('Jessica Pratt', 'Quiet Signs');
    expect([method, agreement_sources]).toEqual(['exact_match', null]);
    const pairs = conflicts.map(({ source, with_source }) => [source, with_source].toSorted());
    expect(pairs.toSorted()).toEqual([
      ['discogs_artist', 'toy_artist'],
      ['discogs_release', 'toy_release'],
    ]);
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

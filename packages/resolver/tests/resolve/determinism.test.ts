import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { BulkResolveInput } from '@deadwax/contract/schemas';
import { silentProgress } from '@deadwax/platform/progress';
import { buildSnapshot } from '@deadwax/snapshot/build/build-snapshot';
import { csvSource } from '@deadwax/sources/csv/source';
import { beforeAll, describe, expect, it } from 'vitest';
import { openResolver } from '../../src/open-resolver.ts';
import type { Resolver } from '../../src/resolver.ts';

const first = ['Nina', 'Sun', 'Black', 'Silver', 'Molly', 'Iron', 'Paper', 'Ghost', 'Radio', 'Velvet'];
const second = ['Ra', 'Simone', 'Moth', 'Orchestra', 'Nilsson', 'Tigers', 'Lantern', 'Pilots'];
const titles = ['Best Of', 'Live', 'Night Songs', 'Volume 1', 'Volume 2', 'Blue', 'The Long Way Home'];
const artists = first.flatMap((word) => second.map((other) => `${word} ${other}`));

/** Eighty artists with three records each, every tenth of them twice: homonyms whose records differ by year alone. */
const records = artists.flatMap((artist, place) => {
  const names = place % 10 === 0 ? [artist, `${artist} (2)`] : [artist];
  return names.flatMap((name, twin) =>
    [0, 1, 2].map((step) => {
      const title = titles[(place + step * 3) % titles.length] as string;
      return { name, title, year: 1960 + ((place * 3 + step + twin * 20) % 60) };
    }),
  );
});

/** Every record as it stands, with a slip, with words out of order, and of an artist who never made it. */
const inputs: BulkResolveInput[] = records
  .flatMap(({ name, title, year }, place) => [
    { artist_name: name, album_title: title, year: place % 3 === 0 ? year : null },
    { artist_name: `${name.slice(0, 3)}${name.slice(4)}`, album_title: title },
    { artist_name: name.split(' ').toReversed().join(', '), album_title: `${title} [CD]` },
    { artist_name: name, album_title: `${title} Nowhere` },
  ])
  .map((input, place) => ({ library_id: place + 1, ...input }));

let snapshot: string;
let resolver: Resolver;
let expected: readonly string[];

beforeAll(async () => {
  const folder = await mkdtemp(join(tmpdir(), 'deadwax-determinism-'));
  const ids = new Map([...new Set(records.map(({ name }) => name))].map((name, place) => [name, `a${place}`]));
  const lines = [
    'id,kind,artist,title,artist_id,year',
    ...[...ids].map(([name, id]) => `${id},artist,${name},,,`),
    ...records.map(({ name, title, year }, place) => `r${place},release,${name},${title},${ids.get(name)},${year}`),
  ];
  await writeFile(join(folder, 'shop.csv'), `${lines.join('\n')}\n`);
  snapshot = join(folder, 'snapshot');
  const source = csvSource('shop');
  const built = [{ source, files: await source.discover(join(folder, 'shop.csv')) }];
  const signal = new AbortController().signal;
  await buildSnapshot({ out: snapshot, inputs: built, allowTruncated: false, signal, progress: silentProgress });
  resolver = await openResolver({ snapshotDirectory: snapshot });
  expected = await inBatches(resolver, inputs, inputs.length);
});

async function inBatches(by: Resolver, rows: readonly BulkResolveInput[], size: number): Promise<string[]> {
  const results: string[] = [];
  for (let start = 0; start < rows.length; start += size) {
    const batch = await by.resolve(rows.slice(start, start + size), { includeTracks: true, explain: true });
    results.push(...batch.map((result) => JSON.stringify(result)));
  }
  return results;
}

function inWorker(rows: readonly BulkResolveInput[]): Promise<string[]> {
  return new Promise((resolve, reject) => {
    const file = new URL('./resolve-in-worker.ts', import.meta.url);
    new Worker(file, { workerData: { snapshot, inputs: rows } }).once('message', resolve).once('error', reject);
  });
}

/** The same rows in another order, the same every time. */
function shuffle<T>(rows: readonly T[]): T[] {
  return rows
    .map((row, place) => ({ row, order: (place * 7919) % 10_007 }))
    .sort((a, b) => a.order - b.order)
    .map(({ row }) => row);
}

describe('the same input over the same snapshot gives the same bytes', () => {
  it('on rows that are found, not found and ambiguous', () => {
    expect(inputs.length).toBeGreaterThan(1000);
    const kinds = new Set(expected.map((text) => `${JSON.parse(text).kind} ${JSON.parse(text).unresolved_reason}`));
    expect([...kinds].sort()).toEqual(
      expect.arrayContaining(['single_artist null', 'unresolved ambiguous', 'unresolved no_candidate']),
    );
  });

  it.each([1, 7, 1000])('in batches of %i', async (size) => {
    expect(await inBatches(resolver, inputs, size)).toEqual(expected);
  });

  it('in any order', async () => {
    const rows = shuffle(inputs);
    expect(rows).not.toEqual(inputs);
    const byId = new Map(inputs.map(({ library_id }, place) => [library_id, expected[place]]));
    const results = await inBatches(resolver, rows, 50);
    expect(results).toEqual(rows.map(({ library_id }) => byId.get(library_id)));
  });

  it('after another opening of the snapshot', async () => {
    expect(await inBatches(await openResolver({ snapshotDirectory: snapshot }), inputs, 100)).toEqual(expected);
  });

  it('by one worker and by two', async () => {
    const middle = Math.floor(inputs.length / 2);
    const [whole, ...halves] = await Promise.all([inputs, inputs.slice(0, middle), inputs.slice(middle)].map(inWorker));
    expect(whole).toEqual(expected);
    expect(halves.flat()).toEqual(expected);
  });
});

import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { BulkResolveInput } from '@deadwax/contract/schemas';
import { silentProgress } from '@deadwax/platform/progress';
import { buildSnapshot } from '@deadwax/snapshot/build/build-snapshot';
import { useSnapshot } from '@deadwax/snapshot/store/use-snapshot';
import { csvSource } from '@deadwax/sources/csv/source';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readTexts } from '../../src/engine/chunk.ts';
import { cutInputs } from '../../src/engine/cut-inputs.ts';
import { Engine } from '../../src/engine/engine.ts';
import { followSnapshot } from '../../src/engine/follow-snapshot.ts';
import { openWorkbench } from '../../src/engine/open-workbench.ts';
import { OverloadedError } from '../../src/errors.ts';
import { openResolver } from '../../src/open-resolver.ts';

const names = ['Nina', 'Sun Ra', 'Blackbird', 'Silver Moth', 'Molly Nilsson', 'Iron Tigers', 'Paper', 'Björk'];
const titles = ['Best Of', 'Live', 'Night Songs', 'Volume 1', 'Volume 2'];
const records = names.flatMap((name) => titles.map((title) => ({ name, title })));
const inputs: BulkResolveInput[] = records
  .flatMap(({ name, title }) => [
    { artist_name: name, album_title: title },
    { artist_name: `${name.slice(0, 3)}${name.slice(4)}`, album_title: title },
    { artist_name: name, album_title: `${title} Nowhere` },
  ])
  .map((input, place) => ({ library_id: place + 1, ...input }));

let folder = '';
let expected: ReadonlyMap<string, readonly string[]>;

/** Two snapshots of the same names under other ids. */
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'deadwax-workers-'));
  const answers = new Map<string, readonly string[]>();
  for (const each of ['one', 'two']) {
    const lines = [
      'id,kind,artist,title,artist_id,year',
      ...names.map((name, place) => `${each}-a${place},artist,${name},,,`),
      ...records.map(
        ({ name, title }, place) => `${each}-r${place},release,${name},${title},${each}-a${names.indexOf(name)},1990`,
      ),
    ];
    await writeFile(join(folder, 'shop.csv'), `${lines.join('\n')}\n`);
    const source = csvSource('shop');
    const built = [{ source, files: await source.discover(join(folder, 'shop.csv')) }];
    const out = join(folder, 'snapshots', each);
    const signal = new AbortController().signal;
    await buildSnapshot({ out, inputs: built, allowTruncated: false, signal, progress: silentProgress });
    const resolver = await openResolver({ snapshotDirectory: out });
    const results = resolver.resolve(inputs, { includeTracks: false });
    answers.set(
      resolver.snapshotId,
      results.map((result) => JSON.stringify(result)),
    );
  }
  expected = answers;
}, 60_000);
afterAll(() => rm(folder, { recursive: true }));

const path = (name: string) => join(folder, 'snapshots', name);

async function ask(engine: Engine, rows: readonly BulkResolveInput[], more: { signal?: AbortSignal } = {}) {
  const signal = more.signal ?? new AbortController().signal;
  const { answers, snapshotId } = await engine.ask({
    ...cutInputs(rows),
    ...{ includeTracks: false, separator: ',', callerClass: 4, caller: 'test' },
    signal,
  });
  return { snapshotId, texts: answers?.flatMap(readTexts) ?? null };
}

async function serve(name: string, workers: number, capacity?: number): Promise<Engine> {
  const engine = new Engine(capacity === undefined ? {} : { capacity });
  engine.serve(await openWorkbench(path(name), { workers }));
  return engine;
}

describe('the same bytes', () => {
  it.each([
    [0, 1000],
    [1, 1],
    [1, 7],
    [1, 1000],
    [2, 1],
    [2, 7],
    [2, 1000],
  ])('from %i workers in batches of %i, in any order', async (workers, size) => {
    const engine = await serve('one', workers);
    const rows = inputs.toSorted((a, b) => ((a.library_id * 7919) % 10_007) - ((b.library_id * 7919) % 10_007));
    const batches = Array.from({ length: Math.ceil(rows.length / size) }, (_, place) =>
      rows.slice(place * size, (place + 1) * size),
    );
    const given = await Promise.all(batches.map((batch) => ask(engine, batch)));
    const [first] = given;
    const known = expected.get(first?.snapshotId ?? '') ?? [];
    expect(given.flatMap(({ texts }) => texts)).toEqual(rows.map(({ library_id }) => known[library_id - 1]));
    await engine.close();
  });
});

describe('an engine', () => {
  it('refuses what would not be answered soon, says when to come back, and goes on', async () => {
    const engine = await serve('one', 1, 150);
    const many = Array.from({ length: 3 }, () => inputs).flat();
    const first = ask(engine, many);
    const second = ask(engine, inputs);
    await expect(second).rejects.toThrow(OverloadedError);
    expect((await first).texts).toHaveLength(many.length);
    expect((await ask(engine, inputs)).texts).toHaveLength(inputs.length);
    expect(engine.waitingRows).toBe(0);
    await engine.close();
  });

  it('drops what nobody waits for any more', async () => {
    const engine = await serve('one', 1);
    const controller = new AbortController();
    const asked = ask(engine, Array.from({ length: 50 }, () => inputs).flat(), { signal: controller.signal });
    controller.abort();
    expect((await asked).texts).toBeNull();
    expect(engine.waitingRows).toBe(0);
    await engine.close();
  });

  it('lets another snapshot take over back and forth without a failed or mixed answer', async () => {
    await useSnapshot(path('one'));
    const engine = new Engine();
    const open = (directory: string) => openWorkbench(directory, { workers: 2 });
    const follower = await followSnapshot({ engine, path: join(folder, 'snapshots'), open, everyMs: 20 });
    let turns = 0;
    // However busy the machine is: opening a snapshot and warming its threads up takes as long as it takes.
    const goesOn = () => turns < 4;
    const seen = new Map<string, number>();
    const client = async () => {
      while (goesOn()) {
        const { snapshotId, texts } = await ask(engine, inputs);
        expect(texts).toEqual(expected.get(snapshotId));
        seen.set(snapshotId, (seen.get(snapshotId) ?? 0) + 1);
      }
    };
    const swap = async () => {
      for (; goesOn(); turns += 1) {
        await useSnapshot(path(turns % 2 === 0 ? 'two' : 'one'));
        await follower.look();
        await ask(engine, inputs);
      }
    };
    await Promise.all([client(), client(), client(), swap()]);
    expect([...seen.keys()].sort()).toEqual([...expected.keys()].sort());
    await follower.stop();
    await engine.close();
  }, 90_000);

  it('answers on from the snapshot before where the new one is damaged, says so, and takes a whole one', async () => {
    await cp(path('one'), path('broken'), { recursive: true });
    const { index } = JSON.parse(await readFile(join(path('broken'), 'manifest.json'), 'utf8'));
    const bytes = await readFile(join(path('broken'), index.file));
    bytes[bytes.length >> 1]! ^= 0xff;
    await writeFile(join(path('broken'), index.file), bytes);
    await useSnapshot(path('two'));
    const engine = new Engine();
    const faults: string[] = [];
    const follower = await followSnapshot({
      engine,
      path: join(folder, 'snapshots'),
      open: (directory) => openWorkbench(directory, { workers: 0 }),
      onFault: ({ message }) => faults.push(message),
      everyMs: 10,
    });
    const before = engine.serving?.snapshotId;
    await useSnapshot(path('broken'));
    while (engine.fault === null) await sleep(5);
    await sleep(60);
    expect(faults).toEqual([expect.stringContaining('checksum')]);
    expect(engine.serving?.snapshotId).toBe(before);
    await useSnapshot(path('one'));
    while (engine.serving?.snapshotId === before) await sleep(5);
    expect(engine.fault).toBeNull();
    await follower.stop();
  });
});

import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { ChangeFinder } from '../../src/changes/change-finder.ts';
import { buildProlific, buildShop } from '../api/build-shop.ts';
import { waitFor } from '../api/start-service.ts';

const names = ['one', 'two', 'three', 'large', 'broken'] as const;
let folder = '';
const ids: Record<string, string> = {};
let tempRoot = '';
let finders: ChangeFinder[] = [];
let faults: unknown[] = [];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'deadwax-finder-'));
  await buildShop(join(folder, 'one'), [['Stereolab', 'Peng!']]);
  await buildShop(join(folder, 'two'), [['Autechre', 'Amber']]);
  await buildShop(join(folder, 'three'), [['Broadcast', 'Haha Sound']]);
  await buildShop(join(folder, 'broken'), [['Seefeel', 'Quique']]);
  await buildProlific(join(folder, 'large'), 5000);
  for (const name of names)
    ids[name] = JSON.parse(await readFile(join(folder, name, 'manifest.json'), 'utf8')).id as string;
  await writeFile(join(folder, 'broken', 'authority', 'artist.parquet'), 'no table');
}, 120_000);
afterAll(() => rm(folder, { recursive: true }));

beforeEach(async () => {
  tempRoot = await mkdtemp(join(tmpdir(), 'deadwax-finder-temp-'));
  [finders, faults] = [[], []];
});
afterEach(async () => {
  for (const finder of finders) await finder.close();
  await rm(tempRoot, { recursive: true });
});

type Name = (typeof names)[number];

function open(longestWaitMs = 10_000) {
  const finder = new ChangeFinder(folder, { onFault: (error) => faults.push(error), longestWaitMs, tempRoot });
  finders.push(finder);
  const find = (since: Name, id: Name) =>
    finder.find(ids[id] ?? '', ids[since] ?? '', ({ path }) => readFile(path, 'utf8'));
  return { finder, find };
}

const folders = () => readdir(tempRoot);
const notReady = { code: 'changes_not_ready' };

describe('a comparison', () => {
  it('that fails when nobody waits any more is reported, and its fault told to who asks next', async () => {
    const { find } = open(1);
    await expect(find('one', 'broken')).rejects.toMatchObject(notReady);
    await waitFor(() => faults.length > 0);
    await expect(find('one', 'broken')).rejects.toBe(faults[0]);
    expect(String(faults[0])).toContain('artist.parquet');
    // Told once: then it is tried again.
    await expect(find('one', 'broken')).rejects.toMatchObject(notReady);
    await waitFor(() => faults.length > 1);
    await waitFor(async () => (await folders()).length === 0);
  });

  it('that fails is told to all who wait, and reported once', async () => {
    const { find } = open();
    const told = await Promise.allSettled([find('one', 'broken'), find('one', 'broken')]);
    expect(told.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    expect(faults).toHaveLength(1);
  });

  it('is made after those that were asked for before, each once', async () => {
    const { find } = open(20);
    await expect(find('one', 'large')).rejects.toMatchObject(notReady);
    await waitFor(async () => (await folders()).length > 0);
    const [first] = await folders();
    const others: [Name, Name][] = [
      ['one', 'two'],
      ['two', 'one'],
      ['one', 'three'],
      ['three', 'one'],
      ['two', 'three'],
      ['one', 'large'],
    ];
    for (const pair of others) await expect(find(...pair)).rejects.toMatchObject(notReady);
    expect(await folders()).toEqual([first]);
  });

  it('is broken off when the finder closes, and those who wait are told to ask again', async () => {
    const { finder, find } = open();
    const waiting = Promise.allSettled([find('one', 'large'), find('one', 'two')]);
    await waitFor(async () => (await readdir(tempRoot, { recursive: true })).some((name) => /keys/.test(name)));
    const begun = performance.now();
    await finder.close();
    expect(performance.now() - begun).toBeLessThan(2500);
    expect(await folders()).toEqual([]);
    const ended = (await waiting).map((each) => (each.status === 'rejected' ? each.reason.code : 'compared'));
    // Whichever began first may have been through.
    expect(ended.filter((each) => each !== 'compared')).toContain('changes_not_ready');
    expect(new Set(['changes_not_ready', 'compared', ...ended]).size).toBe(2);
    await expect(find('one', 'two')).rejects.toMatchObject(notReady);
    expect(faults).toEqual([]);
  });
});

describe('the files of a comparison', () => {
  const pairs: [Name, Name][] = [
    ['two', 'one'],
    ['one', 'three'],
    ['three', 'one'],
    ['two', 'three'],
    ['three', 'two'],
  ];

  it('are removed when four others were asked for since', async () => {
    const { find } = open();
    const told = await find('one', 'two');
    const [oldest] = await folders();
    for (const pair of pairs) await find(...pair);
    await waitFor(async () => (await folders()).length === 4);
    expect(await folders()).not.toContain(oldest);
    expect(await find('one', 'two')).toBe(told);
  });

  it('stay while they are used', async () => {
    const { finder, find } = open();
    const gate = Promise.withResolvers<void>();
    const reading = finder.find(ids.two ?? '', ids.one ?? '', async ({ path }) => {
      await gate.promise;
      return readFile(path, 'utf8');
    });
    for (const pair of pairs) await find(...pair);
    await sleep(50);
    gate.resolve();
    expect(await reading).toContain('"id":"r0"');
    await waitFor(async () => (await folders()).length === 4);
  });
});

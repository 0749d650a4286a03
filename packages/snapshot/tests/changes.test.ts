import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { listChanges } from '../src/store/list-changes.ts';
import { buildFromRows, makeFolder, sampleRows } from './build-csv.ts';

async function readLines(path: string): Promise<unknown[]> {
  const text = await readFile(path, 'utf8');
  return text.split('\n').flatMap((line) => (line === '' ? [] : [JSON.parse(line) as unknown]));
}

describe('the changes from one snapshot to the next', () => {
  it('name each entity that is told otherwise, and in what', async () => {
    const before = await buildFromRows(sampleRows);
    const after = await buildFromRows([
      ...sampleRows.slice(0, 2),
      'a3,artist,Nilüfer Yanya,,,,,,,,Nilufer Yanya',
      'r1,release,Nirvana,Nevermind,a1,1992,DGC,DGC-24425,720642442524,CD,',
      'r2,release,Nirvana (2),Songs of Praise,a2,1995,Background,HBG 122/11,,CD,',
      ...sampleRows.slice(5, 7),
      'r9,release,Nirvana,Bleach,a1,1989,,,,,',
    ]);
    const path = join(await makeFolder(), 'changes.ndjson');
    expect(await listChanges(before.out, after.out, { path })).toEqual({ added: 1, removed: 1, changed: 3 });
    const lines = await readLines(path);
    expect(lines).toEqual([
      { source: 'shop_artist', id: 'a3', change: 'changed', aspects: ['names'] },
      { source: 'shop_release', id: 'r1', change: 'changed', aspects: ['publication'] },
      { source: 'shop_release', id: 'r2', change: 'changed', aspects: ['titles'] },
      expect.objectContaining({ source: 'shop_release', id: 'r5', change: 'removed' }),
      expect.objectContaining({ source: 'shop_release', id: 'r9', change: 'added' }),
    ]);
  });

  it('are none between a snapshot and itself', async () => {
    const { out } = await buildFromRows(sampleRows);
    const path = join(await makeFolder(), 'changes.ndjson');
    expect(await listChanges(out, out, { path })).toEqual({ added: 0, removed: 0, changed: 0 });
    expect(await readLines(path)).toEqual([]);
  });
});

describe('a build beside an older snapshot', () => {
  it('takes over a source whose dump is the same to the byte, with the same result', async () => {
    const before = await buildFromRows(sampleRows);
    const after = await buildFromRows(sampleRows, { reuse: before.out });
    expect(after.manifest).toEqual(before.manifest);
    const table = 'sources/shop/release.parquet';
    expect((await stat(join(after.out, table))).ino).toBe((await stat(join(before.out, table))).ino);
  });

  it('reads a dump again that differs', async () => {
    const before = await buildFromRows(sampleRows);
    const after = await buildFromRows(sampleRows.slice(0, 6), { reuse: before.out });
    expect(after.manifest).toEqual((await buildFromRows(sampleRows.slice(0, 6))).manifest);
    expect(after.manifest.id).not.toBe(before.manifest.id);
  });
});

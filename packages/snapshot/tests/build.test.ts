import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { lockBuild } from '../src/build/build-lock.ts';
import { readManifest } from '../src/manifest.ts';
import { diffSnapshots } from '../src/store/diff-snapshots.ts';
import { listSnapshots } from '../src/store/list-snapshots.ts';
import { useSnapshot } from '../src/store/use-snapshot.ts';
import { verifySnapshot } from '../src/store/verify-snapshot.ts';
import { buildFromRows, makeFolder, sampleRows } from './build-csv.ts';

async function listAll(folder: string): Promise<string[]> {
  return (await readdir(folder)).toSorted();
}

describe('a build', () => {
  it('publishes tables, authority, index and a manifest that counts them', async () => {
    const { out, manifest } = await buildFromRows(sampleRows);
    expect(await listAll(out)).toEqual(['authority', 'manifest.json', 'match.index', 'quarantine', 'sources']);
    expect(manifest.sources.shop?.tables.artist?.rows).toBe(3);
    expect(manifest.sources.shop?.tables.release?.rows).toBe(5);
    expect(await readManifest(out)).toEqual(manifest);
    expect(await verifySnapshot(out)).toEqual({ files: expect.any(Number), faults: [] });
  });

  it('gives the same bytes again', async () => {
    const [one, two] = [await buildFromRows(sampleRows), await buildFromRows(sampleRows)];
    expect(two.manifest).toEqual(one.manifest);
    expect(await readFile(join(two.out, 'match.index'))).toEqual(await readFile(join(one.out, 'match.index')));
    expect(await readFile(join(two.out, 'manifest.json'))).toEqual(await readFile(join(one.out, 'manifest.json')));
  });

  it('lets the last of a repeated record count, its children too', async () => {
    const { manifest } = await buildFromRows([...sampleRows, 'a3,artist,Nilüfer Yanya,,,,,,,,Yanya']);
    expect(manifest.sources.shop?.tables.artist?.rows).toBe(3);
    expect(manifest.sources.shop?.tables.artist_variant?.rows).toBe(1);
  });

  it('refuses a file with too many bad records, keeps the quarantine and nothing else', async () => {
    const folder = await makeFolder();
    const out = join(folder, 'snapshot');
    await expect(buildFromRows([...sampleRows, ',release,x,y,,,,,,,'], { out })).rejects.toMatchObject({
      code: 'too_many_bad_records',
    });
    expect(await listAll(folder)).toEqual(['snapshot.quarantine']);
    const [file = ''] = await readdir(join(folder, 'snapshot.quarantine'));
    expect(await readFile(join(folder, 'snapshot.quarantine', file), 'utf8')).toContain('missing_id');
  });

  it('accepts them where a larger share is allowed, and counts them', async () => {
    const { manifest } = await buildFromRows([...sampleRows, ',release,x,y,,,,,,,'], { maxBadShare: 0.5 });
    expect(manifest.sources.shop?.quarantined).toBe(1);
  });

  it('never changes a published snapshot unless told to replace it', async () => {
    const { out, manifest } = await buildFromRows(sampleRows);
    await expect(buildFromRows(sampleRows.slice(0, 4), { out })).rejects.toMatchObject({ code: 'already_published' });
    expect(await readManifest(out)).toEqual(manifest);
    const replaced = await buildFromRows(sampleRows.slice(0, 4), { out, replace: true });
    expect(await readManifest(out)).toEqual(replaced.manifest);
    expect(replaced.manifest.id).not.toBe(manifest.id);
  });

  it('does not touch a folder that is no snapshot', async () => {
    const out = join(await makeFolder(), 'mine');
    await mkdir(out);
    await writeFile(join(out, 'letter.txt'), 'mine');
    await expect(buildFromRows(sampleRows, { out, replace: true })).rejects.toMatchObject({ code: 'unwritable' });
    expect(await listAll(out)).toEqual(['letter.txt']);
  });

  it('leaves nothing when it is interrupted', async () => {
    const folder = await makeFolder();
    const controller = new AbortController();
    controller.abort();
    await expect(
      buildFromRows(sampleRows, { out: join(folder, 'snapshot'), signal: controller.signal }),
    ).rejects.toMatchObject({ code: 'aborted' });
    expect(await listAll(folder)).toEqual([]);
  });

  it('says that it needs more memory than it may use, and leaves nothing', async () => {
    const out = join(await makeFolder(), 'snapshot');
    await expect(buildFromRows(sampleRows, { out, memoryLimit: '20MB' })).rejects.toMatchObject({
      code: 'no_memory',
      message: expect.stringContaining('20MB'),
    });
    expect(await listAll(dirname(out))).toEqual([]);
  });

  it('sweeps up after a build that was killed', async () => {
    const folder = await makeFolder();
    await mkdir(join(folder, 'snapshot.building-999999999'));
    await writeFile(join(folder, 'snapshot.lock'), '999999999\n');
    await buildFromRows(sampleRows, { out: join(folder, 'snapshot') });
    expect(await listAll(folder)).toEqual(['snapshot']);
  });

  it('gives way to another build of the same snapshot', async () => {
    const out = join(await makeFolder(), 'snapshot');
    const release = lockBuild(out);
    await expect(buildFromRows(sampleRows, { out })).rejects.toMatchObject({ code: 'locked' });
    release();
    await expect(buildFromRows(sampleRows, { out })).resolves.toBeDefined();
  });
});

describe('a folder of snapshots', () => {
  it('lists them and names the current one', async () => {
    const folder = await makeFolder();
    await buildFromRows(sampleRows, { out: join(folder, 'one') });
    await buildFromRows(sampleRows.slice(0, 5), { out: join(folder, 'two') });
    await useSnapshot(join(folder, 'two'));
    expect((await listSnapshots(folder)).map(({ name, current }) => [name, current])).toEqual([
      ['one', false],
      ['two', true],
    ]);
  });

  it('tells what changed from one to the next', async () => {
    const before = await buildFromRows(sampleRows);
    const after = await buildFromRows([
      ...sampleRows.slice(0, 3),
      'r1,release,Nirvana,Nevermind,a1,1992,DGC,DGC-24425,720642442524,CD,',
      ...sampleRows.slice(4),
      'r9,release,Nirvana,Bleach,a1,1989,,,,,',
    ]);
    const changes = await diffSnapshots(before.out, after.out);
    expect(changes.find(({ table }) => table === 'release')).toEqual({
      table: 'release',
      added: 1,
      removed: 0,
      changed: 1,
    });
  });

  it('finds a damaged file', async () => {
    const { out } = await buildFromRows(sampleRows);
    await writeFile(join(out, 'authority/artist.parquet'), 'not parquet');
    const { faults } = await verifySnapshot(out);
    expect(faults).toEqual([{ file: 'authority/artist.parquet', reason: expect.stringContaining('bytes instead of') }]);
    await expect(readManifest(dirname(out))).rejects.toMatchObject({ code: 'not_a_snapshot' });
  });
});

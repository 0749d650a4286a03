import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { listChanges } from '@deadwax/snapshot/store/list-changes';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SnapshotChanges } from '../../src/changes/snapshot-changes.ts';
import { buildShop } from '../api/build-shop.ts';

let folder = '';
let paths: readonly [path: string, keysPath: string];
const albumSources = new Set(['shop_release']);

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'deadwax-read-changes-'));
  const old = await buildShop(join(folder, 'old'), [['Stereolab', 'Peng!']]);
  const young = await buildShop(join(folder, 'young'), [
    ['Stereolab', 'Peng!'],
    ['Autechre', 'Amber'],
  ]);
  paths = [join(folder, 'changes.ndjson'), join(folder, 'keys.ndjson')];
  await listChanges(old, young, { path: paths[0], keysPath: paths[1] });
});
afterAll(() => rm(folder, { recursive: true }));

describe('changes that are read', () => {
  const row = { library_id: 1, artist_name: 'Nobody', album_title: 'Nothing' };

  it('touch every row where there are more of them than are kept', async () => {
    const few = await SnapshotChanges.read(...paths, { albumSources });
    expect(few.touches(row)).toBe(false);
    // Two entities; the artist's name, the release under it, and the artist's id.
    const all = await SnapshotChanges.read(...paths, { albumSources, mostKeys: 5 });
    expect(all.touches(row)).toBe(false);
    for (const mostKeys of [4, 2, 1]) {
      const many = await SnapshotChanges.read(...paths, { albumSources, mostKeys });
      expect(many.touches(row)).toBe(true);
    }
  });

  it('are not read on when nobody wants them any more, and fail where a file is gone or broken', async () => {
    const signal = AbortSignal.abort(new Error('closing'));
    await expect(SnapshotChanges.read(...paths, { albumSources, signal })).rejects.toThrow('closing');
    const gone = join(folder, 'nowhere');
    await expect(SnapshotChanges.read(paths[0], gone, { albumSources })).rejects.toThrow('ENOENT');
    const broken = join(folder, 'broken.ndjson');
    await writeFile(broken, '{"artist":\n');
    await expect(SnapshotChanges.read(paths[0], broken, { albumSources })).rejects.toThrow('JSON');
  });
});

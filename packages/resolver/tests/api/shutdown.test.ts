import { mkdir, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createResolverClient } from '@deadwax/contract/client';
import { openDatabase } from '@deadwax/platform/database/open-database';
import { useSnapshot } from '@deadwax/snapshot/store/use-snapshot';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { ResolverTables } from '../../src/store/tables.ts';
import { buildProlific, buildShop } from './build-shop.ts';
import { startService, waitFor, waitUntilReady } from './start-service.ts';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'deadwax-shutdown-'));
  await mkdir(join(folder, 'temp'));
  await buildShop(join(folder, 'snapshots', 'old'), [['Stereolab', 'Peng!']]);
  await useSnapshot(await buildProlific(join(folder, 'snapshots', 'young'), 5000));
}, 120_000);
afterAll(() => rm(folder, { recursive: true }));

const idOf = async (name: string) =>
  JSON.parse(await readFile(join(folder, 'snapshots', name, 'manifest.json'), 'utf8')).id as string;
const tempFiles = () => readdir(join(folder, 'temp'), { recursive: true });

it('a service that is told to end while it compares snapshots writes its log and leaves no files', async () => {
  const { child, baseUrl, token, exit } = await startService({
    RESOLVER_SNAPSHOTS: join(folder, 'snapshots'),
    RESOLVER_DATA: join(folder, 'data'),
    TMPDIR: join(folder, 'temp'),
  });
  try {
    await waitUntilReady(baseUrl);
    const client = createResolverClient({ baseUrl, token });
    const asking = client.GET('/api/v1/snapshots/{id}/changes', {
      params: { path: { id: await idOf('young') }, query: { since: await idOf('old') } },
      parseAs: 'text',
    });
    await waitFor(async () => (await tempFiles()).some((name) => name.includes('keys')));
    const inputs = Array.from({ length: 20 }, (_, number) => ({
      library_id: number,
      artist_name: 'Prolific',
      album_title: `Opus ${number}`,
    }));
    await client.POST('/api/v1/identity/bulk-resolve-libraries', { body: { inputs } });
    const begun = performance.now();
    child.kill('SIGTERM');
    expect((await asking).response.status).toBe(503);
    expect(await exit).toBe(0);
    expect(performance.now() - begun).toBeLessThan(8000);
    expect((await tempFiles()).filter((name) => name.includes('deadwax-changes'))).toEqual([]);
  } finally {
    child.kill('SIGKILL');
  }
  const { db, close } = await openDatabase<ResolverTables>({ directory: join(folder, 'data') });
  try {
    const rows = await db.selectFrom('reconciliation_log').select('library_id').execute();
    expect(rows).toHaveLength(20);
  } finally {
    await close();
  }
}, 60_000);

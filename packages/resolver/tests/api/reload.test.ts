import { readdirSync } from 'node:fs';
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createResolverClient } from '@deadwax/contract/client';
import { useSnapshot } from '@deadwax/snapshot/store/use-snapshot';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildShop } from './build-shop.ts';
import { type Service, startService, waitFor, waitUntilReady } from './start-service.ts';

let folder = '';
let service: Service;
const path = (name: string) => join(folder, name);

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'deadwax-reload-'));
  await buildShop(path('one'), [['Stereolab', 'Dots and Loops']]);
  await buildShop(path('two'), [
    ['Autechre', 'Confield'],
    ['Stereolab', 'Dots and Loops'],
  ]);
  await useSnapshot(path('one'));
  service = await startService({ RESOLVER_SNAPSHOTS: folder, RESOLVER_WORKERS: '1' });
  await waitUntilReady(service.baseUrl);
});
afterAll(async () => {
  service.child.kill('SIGKILL');
  await rm(folder, { recursive: true });
});

async function ask(): Promise<{ snapshot: string; ids: string[] }> {
  const client = createResolverClient({ baseUrl: service.baseUrl, token: service.token });
  const inputs = [{ library_id: 1, artist_name: 'Stereolab', album_title: 'Dots and Loops' }];
  const { data } = await client.POST('/api/v1/identity/bulk-resolve-libraries', { body: { inputs } });
  if (data === undefined) throw new Error('not answered');
  const [result] = data.results;
  expect(result?.snapshot).toBe(data.snapshot);
  return { snapshot: data.snapshot, ids: result?.provenance.map(({ external_id: id }) => id ?? '') ?? [] };
}

const readiness = async (): Promise<unknown> => (await fetch(`${service.baseUrl}/readyz`)).json();
const idOf = async (name: string): Promise<string> =>
  JSON.parse(await readFile(join(path(name), 'manifest.json'), 'utf8')).id;
const countThreads = (): number => readdirSync(`/proc/${service.pid}/task`).length;

describe('a service that is told of a new snapshot', () => {
  it('answers every one of a steady stream of requests, from one snapshot and then from the other', async () => {
    const [one, two] = [await idOf('one'), await idOf('two')];
    const before = countThreads();
    const seen: { snapshot: string; ids: string[] }[] = [];
    let isAsking = true;
    const askOn = async () => {
      while (isAsking) seen.push(await ask());
    };
    const asking = Promise.all([askOn(), askOn()]);
    await waitFor(() => seen.length > 20);
    await useSnapshot(path('two'));
    service.child.kill('SIGHUP');
    await waitFor(() => seen.at(-1)?.snapshot === two);
    isAsking = false;
    await asking;
    expect(new Set(seen.map(({ snapshot }) => snapshot))).toEqual(new Set([one, two]));
    for (const { snapshot, ids } of seen) expect(ids).toEqual(snapshot === one ? ['a0', 'r0'] : ['a1', 'r1']);
    // The threads of the one before end, and with them the last hold on its index.
    await waitFor(() => countThreads() <= before);
    expect(await readiness()).toEqual({ status: 'healthy', services: { snapshot: 'ok' } });
  });

  it('answers on from the one before where the new one is broken, and says so', async () => {
    await cp(path('two'), path('broken'), { recursive: true });
    const { index } = JSON.parse(await readFile(join(path('broken'), 'manifest.json'), 'utf8'));
    await writeFile(join(path('broken'), index.file), 'no index');
    await useSnapshot(path('broken'));
    service.child.kill('SIGHUP');
    await waitFor(async () => JSON.stringify(await readiness()).includes('degraded'));
    expect(await readiness()).toEqual({
      status: 'degraded',
      services: { snapshot: 'ok', next_snapshot: 'unavailable' },
    });
    expect((await ask()).snapshot).toBe(await idOf('two'));
    expect(service.logged()).toContainEqual(
      expect.objectContaining({ level: 50, msg: expect.stringContaining('the new snapshot cannot be used') }),
    );
    await useSnapshot(path('one'));
    service.child.kill('SIGHUP');
    await waitFor(async () => (await ask()).snapshot === (await idOf('one')));
    expect(await readiness()).toEqual({ status: 'healthy', services: { snapshot: 'ok' } });
  });
});

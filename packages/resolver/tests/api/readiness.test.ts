import { cp, mkdtemp, readFile, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { useSnapshot } from '@deadwax/snapshot/store/use-snapshot';
import type { FastifyInstance } from 'fastify';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { Engine } from '../../src/engine/engine.ts';
import { followSnapshot, type SnapshotFollower } from '../../src/engine/follow-snapshot.ts';
import { openWorkbench } from '../../src/engine/open-workbench.ts';
import { buildShop } from './build-shop.ts';
import { expectContract } from './expect-contract.ts';
import { createTestApp } from './test-app.ts';

let folder = '';
let app: FastifyInstance;
let engine: Engine;
let follower: SnapshotFollower;
const path = (name: string) => join(folder, name);

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'deadwax-readiness-'));
  await buildShop(path('good'), [['Stereolab', 'Dots and Loops']]);
});
afterAll(() => rm(folder, { recursive: true }));

beforeEach(async () => {
  await useSnapshot(path('good'));
  await rm(path('next'), { recursive: true, force: true });
  await cp(path('good'), path('next'), { recursive: true });
  engine = new Engine();
  const open = (directory: string) => openWorkbench(directory, { workers: 0 });
  follower = await followSnapshot({ engine, path: folder, open, everyMs: 1_000_000 });
  app = createTestApp({ engine });
});
afterEach(async () => {
  await follower.stop();
  await app.close();
});

const current = (name: string) => writeFile(path('current'), name);
async function changeManifest(change: (manifest: Record<string, unknown>) => void): Promise<void> {
  const file = join(path('next'), 'manifest.json');
  const manifest = JSON.parse(await readFile(file, 'utf8'));
  change(manifest);
  await writeFile(file, JSON.stringify(manifest));
}
const indexFile = async () =>
  join(path('next'), JSON.parse(await readFile(join(path('next'), 'manifest.json'), 'utf8')).index.file);

const unusable: [what: string, breakIt: () => Promise<void>][] = [
  ['is not there', () => rm(path('next'), { recursive: true })],
  ['has no manifest', () => rm(join(path('next'), 'manifest.json'))],
  ['has a manifest that is no JSON', () => writeFile(join(path('next'), 'manifest.json'), '{')],
  ['has a manifest of another shape', () => writeFile(join(path('next'), 'manifest.json'), '{}')],
  [
    'was built by another normaliser',
    () =>
      changeManifest((manifest) => {
        manifest.normaliser_version = 1;
        manifest.id = 'other';
      }),
  ],
  ['has no index', async () => rm(await indexFile())],
  ['has an index that is cut short', async () => truncate(await indexFile(), 100)],
  [
    'has an index with a changed byte',
    async () => {
      const file = await indexFile();
      const bytes = await readFile(file);
      bytes[bytes.length >> 1]! ^= 0xff;
      await writeFile(file, bytes);
      await changeManifest((manifest) => {
        manifest.id = 'other';
      });
    },
  ],
];

async function readiness() {
  const response = await app.inject('/readyz');
  const body = response.json();
  expectContract('ReadinessResponse', body);
  return { code: response.statusCode, ...body };
}
const healthy = { code: 200, status: 'healthy', services: { snapshot: 'ok' } };

describe('readiness', () => {
  it.each(unusable)(
    'is degraded where the next snapshot %s, and whole again with a whole one',
    async (_what, breakIt) => {
      expect(await readiness()).toEqual(healthy);
      await breakIt();
      await current('next');
      await follower.look();
      expect(await readiness()).toEqual({
        ...{ code: 200, status: 'degraded' },
        services: { snapshot: 'ok', next_snapshot: 'unavailable' },
      });
      await current('good');
      await follower.look();
      expect(await readiness()).toEqual(healthy);
    },
  );

  it('is degraded where the folder names no snapshot any more', async () => {
    await rm(path('current'));
    await follower.look();
    expect(await readiness()).toMatchObject({ code: 200, status: 'degraded' });
  });

  it('is refused until a snapshot is open', async () => {
    const opening = createTestApp({ engine: new Engine() });
    const response = await opening.inject('/readyz');
    expect(response.statusCode).toBe(503);
    expect(response.json().code).toBe('snapshot_not_loaded');
    await opening.close();
  });
});

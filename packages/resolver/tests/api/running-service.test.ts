import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createResolverClient } from '@deadwax/contract/client';
import { useSnapshot } from '@deadwax/snapshot/store/use-snapshot';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildShop } from './build-shop.ts';
import { expectContract } from './expect-contract.ts';
import { startService, waitUntilReady } from './start-service.ts';

let folder = '';

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'deadwax-service-'));
  await useSnapshot(await buildShop(join(folder, 'snapshots', 'first'), [['Nilüfer Yanya', 'Painless']]));
});
afterAll(() => rm(folder, { recursive: true }));

describe('a running service', () => {
  it.each([
    ['the current one of a folder of snapshots', 'RESOLVER_SNAPSHOTS', 'snapshots', 'SIGTERM'],
    ['one snapshot', 'RESOLVER_SNAPSHOT', 'snapshots/first', 'SIGINT'],
  ] as const)('answers from %s with the token it printed, and ends when told', async (_case, name, path, signal) => {
    const { child, baseUrl, token, exit } = await startService({ [name]: join(folder, path) });
    try {
      await waitUntilReady(baseUrl);
      const client = createResolverClient({ baseUrl, token });
      const inputs = [{ library_id: 9, artist_name: 'nilufer yanya', album_title: 'Painless' }];
      const { data } = await client.POST('/api/v1/identity/bulk-resolve-libraries', { body: { inputs } });
      expectContract('BulkResolveLibrariesResponse', data);
      expect(data?.results[0]?.kind).toBe('single_artist');
      expect(data?.results[0]?.provenance.map(({ external_id: id }) => id)).toEqual(['a0', 'r0']);
      child.kill(signal);
      expect(await exit).toBe(0);
      await expect(fetch(`${baseUrl}/healthz`)).rejects.toThrow();
    } finally {
      child.kill('SIGKILL');
    }
  });

  it('asks a model where one is configured, and says so in its version', async () => {
    const { child, baseUrl, exit } = await startService({
      RESOLVER_SNAPSHOTS: join(folder, 'snapshots'),
      RESOLVER_LLM_URL: 'http://127.0.0.1:9/v1',
      RESOLVER_LLM_MODEL: 'some/model',
    });
    try {
      await waitUntilReady(baseUrl);
      const answer = await fetch(`${baseUrl}/version`);
      expect(await answer.json()).toMatchObject({ resolver_version: expect.stringMatching(/\.llm\.some-model$/) });
      child.kill('SIGTERM');
      expect(await exit).toBe(0);
    } finally {
      child.kill('SIGKILL');
    }
  });

  it('does not print a token that was chosen', async () => {
    const { child, token, exit } = await startService({
      RESOLVER_SNAPSHOTS: join(folder, 'snapshots'),
      RESOLVER_TOKENS: 'x',
    });
    expect(token).toBe('');
    child.kill('SIGTERM');
    expect(await exit).toBe(0);
  });
});

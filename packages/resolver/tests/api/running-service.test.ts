import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { createResolverClient } from '@deadwax/contract/client';
import { silentProgress } from '@deadwax/platform/progress';
import { buildSnapshot } from '@deadwax/snapshot/build/build-snapshot';
import { useSnapshot } from '@deadwax/snapshot/store/use-snapshot';
import { csvSource } from '@deadwax/sources/csv/source';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { expectContract } from './expect-contract.ts';

const main = fileURLToPath(new URL('../../../../services/resolver/main.ts', import.meta.url));
const authority = [
  'id,kind,artist,title,artist_id,year,label,catalog_number,barcode,format,variants',
  'a1,artist,Nilüfer Yanya,,,,,,,,',
  'r1,release,Nilüfer Yanya,Painless,a1,2022,ATO,ATO0604,,Vinyl,',
];
let folder = '';

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'deadwax-service-'));
  const file = join(folder, 'shop.csv');
  await writeFile(file, `${authority.join('\n')}\n`);
  const source = csvSource('shop');
  const inputs = [{ source, files: await source.discover(file) }];
  const signal = new AbortController().signal;
  const out = join(folder, 'snapshots', 'first');
  await buildSnapshot({ out, inputs, allowTruncated: false, signal, progress: silentProgress });
  await useSnapshot(out);
});
afterAll(() => rm(folder, { recursive: true }));

interface Service {
  readonly child: ChildProcess;
  readonly baseUrl: string;
  readonly token: string;
  readonly exit: Promise<number | null>;
}

/** Starts the service and waits for the line that says where it listens. */
async function start(environment: Record<string, string>): Promise<Service> {
  const env = { PATH: process.env.PATH, LOG_LEVEL: 'silent', RESOLVER_PORT: '0', ...environment };
  const child = spawn(process.execPath, [main], { env, stdio: ['ignore', 'ignore', 'pipe'] });
  const exit = new Promise<number | null>((resolve) => child.once('close', resolve));
  let text = '';
  for await (const chunk of child.stderr.setEncoding('utf8').iterator({ destroyOnReturn: false })) {
    text += chunk;
    const baseUrl = /Listening on (http\S+?),/.exec(text)?.[1];
    const token = /^Token for this run .*: (\S+)$/m.exec(text)?.[1] ?? '';
    if (baseUrl !== undefined) {
      child.stderr.resume();
      return { child, baseUrl, token, exit };
    }
  }
  throw new Error(`the service ended: ${text}`);
}

async function waitUntilReady(baseUrl: string): Promise<void> {
  for (let tries = 0; tries < 200; tries += 1) {
    const { status } = await fetch(`${baseUrl}/readyz`);
    if (status === 200) return;
    expect(status).toBe(503);
    await sleep(25);
  }
  throw new Error('not ready in time');
}

describe('a running service', () => {
  it.each([
    ['the current one of a folder of snapshots', 'RESOLVER_SNAPSHOTS', 'snapshots', 'SIGTERM'],
    ['one snapshot', 'RESOLVER_SNAPSHOT', 'snapshots/first', 'SIGINT'],
  ] as const)('answers from %s with the token it printed, and ends when told', async (_case, name, path, signal) => {
    const { child, baseUrl, token, exit } = await start({ [name]: join(folder, path) });
    try {
      await waitUntilReady(baseUrl);
      const client = createResolverClient({ baseUrl, token });
      const inputs = [{ library_id: 9, artist_name: 'nilufer yanya', album_title: 'Painless' }];
      const { data } = await client.POST('/api/v1/identity/bulk-resolve-libraries', { body: { inputs } });
      expectContract('BulkResolveLibrariesResponse', data);
      expect(data?.results[0]?.kind).toBe('single_artist');
      expect(data?.results[0]?.provenance.map(({ external_id: id }) => id)).toEqual(['a1', 'r1']);
      child.kill(signal);
      expect(await exit).toBe(0);
      await expect(fetch(`${baseUrl}/healthz`)).rejects.toThrow();
    } finally {
      child.kill('SIGKILL');
    }
  });

  it('asks a model where one is configured, and says so in its version', async () => {
    const { child, baseUrl, exit } = await start({
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
    const { child, token, exit } = await start({ RESOLVER_SNAPSHOTS: join(folder, 'snapshots'), RESOLVER_TOKENS: 'x' });
    expect(token).toBe('');
    child.kill('SIGTERM');
    expect(await exit).toBe(0);
  });
});

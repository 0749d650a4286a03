import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createCatalogClient } from '@deadwax/contract/catalog-client';
import { afterAll, describe, expect, it } from 'vitest';

const main = fileURLToPath(new URL('../../../../services/catalog/main.ts', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'deadwax-catalog-'));
afterAll(() => rmSync(folder, { recursive: true }));

interface Running {
  readonly child: ChildProcess;
  readonly exit: Promise<number | null>;
  /** What it has said so far. */
  text(): string;
}

function start(environment: Record<string, string>): Running {
  const env = { PATH: process.env.PATH, LOG_LEVEL: 'silent', CATALOG_PORT: '0', ...environment };
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', main], {
    env,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let text = '';
  child.stderr.setEncoding('utf8').on('data', (chunk: string) => {
    text += chunk;
  });
  const exit = new Promise<number | null>((resolve) => child.once('close', resolve));
  return { child, exit, text: () => text };
}

async function waitFor({ child, exit, text }: Running, pattern: RegExp): Promise<RegExpExecArray> {
  for (;;) {
    const found = pattern.exec(text());
    if (found) return found;
    const more = new Promise((resolve) => child.stderr?.once('data', resolve));
    if ((await Promise.race([more, exit.then(() => 'ended')])) === 'ended') throw new Error(`it ended: ${text()}`);
  }
}

describe('a running service', () => {
  it('migrates an embedded database, answers with the token it printed, and ends when told', async () => {
    const running = start({ CATALOG_DATA: join(folder, 'data') });
    try {
      const [, baseUrl = ''] = await waitFor(running, /Listening on (http\S+?),/);
      const token = /^Token for this run .*: (\S+)$/m.exec(running.text())?.[1] ?? '';
      expect((await fetch(`${baseUrl}/readyz`)).status).toBe(200);
      const { data } = await createCatalogClient({ baseUrl, token }).GET('/api/v1/formats');
      expect(data).toEqual({ formats: [] });
      running.child.kill('SIGTERM');
      expect(await running.exit).toBe(0);
    } finally {
      running.child.kill('SIGKILL');
    }
  });
});

describe('a service that cannot run', () => {
  async function fail(environment: Record<string, string>): Promise<{ code: number | null; lines: string[] }> {
    const running = start(environment);
    const code = await running.exit;
    return { code, lines: running.text().trimEnd().split('\n') };
  }

  it('names every fault of its configuration in one line', async () => {
    const { code, lines } = await fail({ CATALOG_PORT: 'x' });
    expect(code).toBe(2);
    expect(lines).toEqual([expect.stringMatching(/^deadwax-catalog: .*DATABASE_URL.*CATALOG_PORT/)]);
  });

  it('says that the database does not answer in one line', async () => {
    const { code, lines } = await fail({ DATABASE_URL: 'postgres://u:s3cret@127.0.0.1:9/x' });
    expect(code).toBe(3);
    expect(lines).toEqual([expect.stringMatching(/^deadwax-catalog: the database does not answer .*DATABASE_URL/)]);
    expect(lines[0]).not.toContain('s3cret');
  });

  it('says that its port is taken in one line', async () => {
    const holder = createServer().listen(0, '127.0.0.1');
    await new Promise((resolve) => holder.once('listening', resolve));
    const { port } = holder.address() as { port: number };
    const { code, lines } = await fail({ CATALOG_DATA: join(folder, 'other'), CATALOG_PORT: String(port) });
    holder.close();
    expect(code).toBe(3);
    expect(lines).toEqual([expect.stringMatching(`^deadwax-catalog: port ${port} .* in use`)]);
  });
});

import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const main = fileURLToPath(new URL('../../../../services/resolver/main.ts', import.meta.url));
let emptyFolder = '';
beforeAll(async () => {
  emptyFolder = await mkdtemp(join(tmpdir(), 'deadwax-service-'));
});
afterAll(() => rm(emptyFolder, { recursive: true }));

async function run(environment: Record<string, string>): Promise<{ code: number | null; lines: string[] }> {
  const env = { PATH: process.env.PATH, LOG_LEVEL: 'silent', ...environment };
  const child = spawn(process.execPath, [main], { env, stdio: ['ignore', 'ignore', 'pipe'] });
  let text = '';
  child.stderr.setEncoding('utf8').on('data', (chunk: string) => {
    text += chunk;
  });
  const code = await new Promise<number | null>((resolve) => child.once('close', resolve));
  return { code, lines: text.trimEnd().split('\n') };
}

describe('a service that cannot run', () => {
  it('names every fault of its configuration in one line', async () => {
    const { code, lines } = await run({ RESOLVER_PORT: 'x' });
    expect(code).toBe(2);
    expect(lines).toHaveLength(1);
    expect(lines[0]).toMatch(/^deadwax-resolver: .*RESOLVER_SNAPSHOTS.*RESOLVER_PORT/);
  });

  it.each([
    ['is not there', 'nowhere'],
    ['is no snapshot', '.'],
  ])('says that the snapshot %s in one line', async (_case, folder) => {
    const snapshot = join(emptyFolder, folder);
    const { code, lines } = await run({ RESOLVER_SNAPSHOTS: snapshot, RESOLVER_PORT: '0', RESOLVER_TOKENS: 't' });
    expect(code).toBe(3);
    expect(lines).toHaveLength(2);
    expect(lines[0]).toContain('/docs/');
    expect(lines[1]).toMatch(/^deadwax-resolver: /);
    expect(lines[1]).not.toMatch(/^\s+at /m);
  });

  it('says that its port is taken in one line', async () => {
    const holder = createServer().listen(0, '127.0.0.1');
    await new Promise((resolve) => holder.once('listening', resolve));
    const { port } = holder.address() as { port: number };
    const { code, lines } = await run({ RESOLVER_SNAPSHOTS: emptyFolder, RESOLVER_PORT: String(port) });
    holder.close();
    expect(code).toBe(3);
    expect(lines).toEqual([expect.stringMatching(`^deadwax-resolver: port ${port} .* in use`)]);
  });
});

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { createLibrary } from './run-resolve.ts';

const script = fileURLToPath(new URL('slow-resolve.ts', import.meta.url));
const start = (...args: string[]) => spawn(process.execPath, [script, ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
const manyRows = `Artist,Title\n${'Can,Tago Mago\n'.repeat(300_000)}`;

describe('as a process', () => {
  it.each(['SIGINT', 'SIGTERM'] as const)(
    'ends at %s with nothing left behind and the old output in place',
    async (signal) => {
      const path = createLibrary(manyRows);
      const folder = dirname(path);
      writeFileSync(join(folder, 'out.csv'), 'old');
      const child = start(path, '--out', join(folder, 'out.csv'), '--quiet');
      const errors = buffer(child.stderr);
      while (readdirSync(folder).length < 3) await setTimeout(20);
      child.kill(signal);
      expect((await once(child, 'close'))[0]).toBe(130);
      expect((await errors).toString()).toBe('interrupted\n');
      expect(readdirSync(folder).sort()).toEqual(['library.csv', 'out.csv']);
      expect(readFileSync(join(folder, 'out.csv'), 'utf8')).toBe('old');
    },
  );

  it('ends quietly when the reader goes away', async () => {
    const child = start(createLibrary(manyRows), '--quiet');
    const errors = buffer(child.stderr);
    await once(child.stdout, 'data');
    child.stdout.destroy();
    expect((await once(child, 'close'))[0]).toBe(0);
    expect((await errors).toString()).toBe('');
  });

  it('writes all of it to a slow reader', async () => {
    const child = start(
      createLibrary(`Artist,Title\n${'Can,Tago Mago\n'.repeat(20_000)}`),
      '--format',
      'ndjson',
      '--quiet',
    );
    await setTimeout(500);
    const lines = (await buffer(child.stdout)).toString().split('\n');
    expect(lines).toHaveLength(20_001);
    expect(JSON.parse(lines[19_999]!)).toMatchObject({ library_id: 20_000 });
  });
});

import { execFileSync } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, describe, expect, it } from 'vitest';
import { type OpenOptions, openCompressed } from '../../src/files/open-compressed.ts';
import { sha256File } from '../../src/files/sha256-file.ts';

const folder = mkdtempSync(join(tmpdir(), 'deadwax-files-'));
afterAll(() => rmSync(folder, { recursive: true }));

function hasTool(command: string): boolean {
  try {
    execFileSync(command, ['--version'], { stdio: 'ignore', input: '' });
    return true;
  } catch {
    return false;
  }
}

const pack = {
  plain: (bytes: Buffer) => bytes,
  gzip: (bytes: Buffer) => gzipSync(bytes),
  bzip2: (bytes: Buffer) => execFileSync('bzip2', ['-c', '-1'], { input: bytes, maxBuffer: 1e8 }),
  xz: (bytes: Buffer) => execFileSync('xz', ['-c', '-1'], { input: bytes, maxBuffer: 1e8 }),
};
type Format = keyof typeof pack;

const packers: Record<Format, boolean> = { plain: true, gzip: true, bzip2: hasTool('bzip2'), xz: hasTool('xz') };

function save(name: string, bytes: Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, bytes);
  return path;
}

async function readAll(path: string, options: OpenOptions = {}): Promise<{ bytes: Buffer; error: unknown }> {
  const parts: Uint8Array[] = [];
  try {
    for await (const chunk of (await openCompressed(path, options)).stream) parts.push(chunk);
    return { bytes: Buffer.concat(parts), error: null };
  } catch (error) {
    return { bytes: Buffer.concat(parts), error };
  }
}

// Half noise, half repetition: several bzip2 blocks and gzip windows.
const body = Buffer.concat([
  randomBytes(600_000),
  Buffer.from('discs and labels '.repeat(60_000)),
  randomBytes(300_000),
]);

const ways: { format: Format; useTools: boolean }[] = [
  { format: 'plain', useTools: true },
  { format: 'gzip', useTools: true },
  { format: 'bzip2', useTools: true },
  { format: 'bzip2', useTools: false },
  { format: 'xz', useTools: true },
  { format: 'xz', useTools: false },
];

describe.each(ways)('openCompressed of $format, tools $useTools', ({ format, useTools }) => {
  const can = packers[format];

  it.skipIf(!can)('unpacks every byte, whatever the name of the file', async () => {
    const path = save(`named-wrongly-${format}.txt`, pack[format](body));
    const opened = await openCompressed(path, { useTools });
    expect(opened.format).toBe(format);
    const seen: number[] = [];
    const { bytes, error } = await readAll(path, { useTools, onProgress: (done) => seen.push(done) });
    expect(error).toBeNull();
    expect(bytes.equals(body)).toBe(true);
    expect(seen.at(-1)).toBe(opened.bytes);
  });

  it.skipIf(!can || (format === 'xz' && !useTools))('goes on after the first of several members', async () => {
    const members = [body.subarray(0, 700_000), body.subarray(700_000, 700_001), body.subarray(700_001)];
    const path = save(`members-${format}`, Buffer.concat(members.map((part) => pack[format](part))));
    const { bytes, error } = await readAll(path, { useTools });
    expect(error).toBeNull();
    expect(bytes.equals(body)).toBe(true);
  });

  it.skipIf(!can || format === 'plain')('says a cut file is truncated, after what came before the cut', async () => {
    const packed = pack[format](body);
    for (const length of [packed.length - 5, Math.floor(packed.length * 0.9)]) {
      const path = save(`cut-${format}`, packed.subarray(0, length));
      const { bytes, error } = await readAll(path, { useTools });
      expect(error).toMatchObject({ name: 'ImportError', code: 'truncated', file: path });
      expect(bytes.length).toBeGreaterThan(300_000);
      expect(bytes.equals(body.subarray(0, bytes.length))).toBe(true);
    }
  });

  it.skipIf(!can || format === 'plain')('says a damaged file is damaged', async () => {
    const packed = Buffer.from(pack[format](body));
    packed.fill(0xa5, Math.floor(packed.length / 2), Math.floor(packed.length / 2) + 2000);
    const path = save(`damaged-${format}`, packed);
    const { error } = await readAll(path, { useTools });
    expect(error).toMatchObject({ code: 'corrupt_compression', file: path });
    expect((error as Error).message).toContain(path);
  });

  it.skipIf(!can)('stops with the signal and with the consumer, leaving no child behind', async () => {
    const path = save(`stop-${format}`, pack[format](Buffer.concat([body, body, body])));
    const controller = new AbortController();
    const { error } = await readAll(path, {
      useTools,
      signal: controller.signal,
      onProgress: () => controller.abort(),
    });
    expect(error).toMatchObject({ code: 'aborted' });
    for await (const _ of (await openCompressed(path, { useTools })).stream) break;
    expect(childrenOfThisProcess()).not.toContain(format);
  });
});

function childrenOfThisProcess(): string[] {
  const children: string[] = [];
  for (const task of safeList(`/proc/${process.pid}/task`)) {
    const ids = readFileSync(`/proc/${process.pid}/task/${task}/children`, 'utf8').trim().split(/\s+/).filter(Boolean);
    for (const id of ids) children.push(readFileSync(`/proc/${id}/comm`, 'utf8').trim());
  }
  return children;
}

function safeList(path: string): string[] {
  try {
    return readdirSync(path);
  } catch {
    return [];
  }
}

describe('openCompressed', () => {
  it('refuses an empty, a missing and a folder path in plain words', async () => {
    await expect(openCompressed(save('empty', Buffer.alloc(0)))).rejects.toMatchObject({ code: 'empty_file' });
    const missing = await openCompressed(join(folder, 'nowhere.xml.gz')).catch((error: Error) => error);
    expect(missing).toMatchObject({ code: 'missing_file' });
    expect((missing as Error).message).toMatch(/Cannot read .*nowhere\.xml\.gz: there is no such file\./);
    await expect(openCompressed(folder)).rejects.toThrow('it is a folder, not a file');
  });

  it.skipIf(!packers.xz)('asks for xz where the library would stop after the first of several streams', async () => {
    const path = save('two.xz', Buffer.concat([pack.xz(body.subarray(0, 100)), pack.xz(body.subarray(100, 200))]));
    const { error } = await readAll(path, { useTools: false });
    expect(error).toMatchObject({ code: 'tool_missing' });
  });
});

describe('the libraries that stand in for missing programs', () => {
  it.each(['bzip2', 'xz'] as const)('unpack %s under plain Node too, where modules load by other rules', (format) => {
    if (!packers[format]) return;
    const path = save(`plain-node-${format}`, pack[format](Buffer.from('dead wax')));
    const module = new URL('../../src/files/open-compressed.ts', import.meta.url).href;
    const script = `import { openCompressed } from ${JSON.stringify(module)};
      for await (const chunk of (await openCompressed(process.argv[1], { useTools: false })).stream) process.stdout.write(chunk);`;
    const said = execFileSync(process.execPath, ['--input-type=module', '-e', script, path], { encoding: 'utf8' });
    expect(said).toBe('dead wax');
  });
});

describe('sha256File', () => {
  it('agrees with the whole-file digest', async () => {
    const path = save('digest', body);
    expect(await sha256File(path)).toBe(createHash('sha256').update(body).digest('hex'));
  });
});

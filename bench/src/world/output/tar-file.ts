import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createReadStream, createWriteStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import tar, { type Pack } from 'tar-stream';

/** Fixed, so that the same files give the same archive. */
const MTIME = new Date('2026-09-02T00:00:00Z');

export async function hasBzip2(): Promise<boolean> {
  const child = spawn('bzip2', ['--help'], { stdio: 'ignore' });
  return new Promise((resolve) => {
    child.on('error', () => resolve(false));
    child.on('close', (code) => resolve(code === 0));
  });
}

async function addFile(pack: Pack, root: string, name: string): Promise<void> {
  const path = join(root, name);
  const entry = pack.entry({ name, size: (await stat(path)).size, mtime: MTIME, mode: 0o644 });
  await pipeline(createReadStream(path, { highWaterMark: 1 << 18 }), entry);
}

async function addFiles(pack: Pack, root: string, names: readonly string[]): Promise<void> {
  for (const name of names) await addFile(pack, root, name);
  pack.finalize();
}

/** Compresses with the bzip2 command when the path ends in `.bz2`. */
export async function packTar(path: string, root: string, names: readonly string[]): Promise<void> {
  const pack = tar.pack();
  const file = createWriteStream(path);
  if (!path.endsWith('.bz2')) {
    await Promise.all([addFiles(pack, root, names), pipeline(pack, file)]);
    return;
  }
  const child = spawn('bzip2', ['-c', '-9'], { stdio: ['pipe', 'pipe', 'inherit'] });
  const closed = once(child, 'close');
  await Promise.all([addFiles(pack, root, names), pipeline(pack, child.stdin), pipeline(child.stdout, file)]);
  const [code] = await closed;
  if (code !== 0) throw new Error(`bzip2 ended with code ${String(code)} while writing ${path}.`);
}

import { createHash, randomBytes } from 'node:crypto';
import { mkdtemp, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { readIndexFile } from '../src/index/read-index-file.ts';

const MEGABYTE = 1 << 20;
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'deadwax-read-index-'));
});

const describeBytes = (bytes: Buffer) => ({
  bytes: bytes.length,
  sha256: createHash('sha256').update(bytes).digest('hex'),
});

async function write(name: string, bytes: Buffer) {
  const path = join(folder, name);
  await writeFile(path, bytes);
  return { path, expected: describeBytes(bytes) };
}

describe('an index file that is read into shared memory', () => {
  it.each([1, 4 * MEGABYTE - 1, 4 * MEGABYTE, 4 * MEGABYTE + 1, 21 * MEGABYTE + 5])(
    'is there byte for byte, of %d bytes',
    async (size) => {
      const bytes = randomBytes(size);
      const { path, expected } = await write(`of-${size}`, bytes);
      expect(Buffer.from(await readIndexFile(path, expected)).equals(bytes)).toBe(true);
    },
  );

  it('is refused where one byte of a later slice differs', async () => {
    const bytes = randomBytes(13 * MEGABYTE);
    const { path, expected } = await write('changed', bytes);
    bytes[9 * MEGABYTE] = (bytes[9 * MEGABYTE] as number) ^ 1;
    await writeFile(path, bytes);
    await expect(readIndexFile(path, expected)).rejects.toMatchObject({ code: 'damaged' });
  });

  it('is refused where its size is another', async () => {
    const { path, expected } = await write('short', randomBytes(5 * MEGABYTE));
    await truncate(path, 4 * MEGABYTE);
    await expect(readIndexFile(path, expected)).rejects.toThrow(/has 4194304 bytes, its manifest says 5242880/);
  });

  it('is given up when the signal says so, before or while it is read', async () => {
    const { path, expected } = await write('given-up', randomBytes(64 * MEGABYTE));
    await expect(readIndexFile(path, expected, AbortSignal.abort(new Error('enough')))).rejects.toThrow('enough');
    const later = new AbortController();
    setTimeout(() => later.abort(new Error('enough now')), 1);
    await expect(readIndexFile(path, expected, later.signal)).rejects.toThrow('enough now');
  });
});

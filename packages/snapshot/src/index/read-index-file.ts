import { createHash } from 'node:crypto';
import { type FileHandle, open } from 'node:fs/promises';
import { SnapshotError } from '../errors.ts';
import type { FileEntry } from '../manifest.ts';

/** Small enough that hashing one keeps nobody waiting. */
const SLICE_BYTES = 4 << 20;

/**
 * Reads a file into shared memory slice by slice, and holds it to its size and SHA-256. Throws `not_a_snapshot` or `damaged`,
 * and the signal's reason.
 */
export async function readIndexFile(
  path: string,
  expected: Pick<FileEntry, 'bytes' | 'sha256'>,
  signal?: AbortSignal,
): Promise<SharedArrayBuffer> {
  let file: FileHandle;
  try {
    file = await open(path, 'r');
  } catch (cause) {
    throw new SnapshotError('not_a_snapshot', `cannot open the match index ${path}`, { cause });
  }
  try {
    const { size } = await file.stat();
    if (size !== expected.bytes)
      throw new SnapshotError('damaged', `${path} has ${size} bytes, its manifest says ${expected.bytes}`);
    const memory = new SharedArrayBuffer(size);
    const hash = createHash('sha256');
    for (let at = 0; at < size; ) {
      signal?.throwIfAborted();
      const slice = new Uint8Array(memory, at, Math.min(SLICE_BYTES, size - at));
      const { bytesRead } = await file.read(slice, 0, slice.length, at);
      if (bytesRead === 0) throw new SnapshotError('damaged', `${path} ended while it was read`);
      hash.update(slice.subarray(0, bytesRead));
      at += bytesRead;
    }
    if (hash.digest('hex') !== expected.sha256)
      throw new SnapshotError('damaged', `${path} differs from the checksum in its manifest`);
    return memory;
  } finally {
    await file.close();
  }
}

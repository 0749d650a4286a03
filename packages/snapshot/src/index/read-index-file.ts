import { createHash } from 'node:crypto';
import { type FileHandle, open } from 'node:fs/promises';
import { SnapshotError } from '../errors.ts';
import type { FileEntry } from '../manifest.ts';

/** Small enough that hashing one keeps nobody waiting. */
const SLICE_BYTES = 4 << 20;
/** Slices that are read while one is hashed: memory that was never in use costs more than what is read into it. */
const AHEAD = 2;

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
    for await (const slice of readSlices(file, memory, path)) {
      signal?.throwIfAborted();
      hash.update(slice);
    }
    if (hash.digest('hex') !== expected.sha256)
      throw new SnapshotError('damaged', `${path} differs from the checksum in its manifest`);
    return memory;
  } finally {
    await file.close();
  }
}

/** Fills memory from a file, and yields each slice in its turn. No read is under way once it has ended, however it ends. */
async function* readSlices(file: FileHandle, memory: SharedArrayBuffer, path: string): AsyncGenerator<Uint8Array> {
  const underWay: Promise<Uint8Array>[] = [];
  let next = 0;
  const begin = () => {
    const slice = new Uint8Array(memory, next, Math.min(SLICE_BYTES, memory.byteLength - next));
    const filled = fill(slice, { file, at: next, path });
    // One of the slices before it may end the reading, and nobody waits for this one then.
    filled.catch(() => undefined);
    underWay.push(filled);
    next += slice.length;
  };
  try {
    while (next < memory.byteLength || underWay.length > 0) {
      while (next < memory.byteLength && underWay.length <= AHEAD) begin();
      yield (await underWay.shift()) as Uint8Array;
    }
  } finally {
    await Promise.allSettled(underWay);
  }
}

async function fill(
  slice: Uint8Array,
  { file, at, path }: { file: FileHandle; at: number; path: string },
): Promise<Uint8Array> {
  for (let done = 0; done < slice.length; ) {
    const { bytesRead } = await file.read(slice, done, slice.length - done, at + done);
    if (bytesRead === 0) throw new SnapshotError('damaged', `${path} ended while it was read`);
    done += bytesRead;
  }
  return slice;
}

import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';

/** A file written block by block; the caller waits where `add` says that a block is full. */
export interface BlockFile {
  /** True when the block is full: then await `flush` before adding more. */
  add(text: string): boolean;
  flush(): Promise<void>;
  /** Finishes the file. */
  close(): Promise<WrittenFile>;
}

export interface WrittenFile {
  readonly path: string;
  /** Before compression. */
  readonly bytes: number;
  readonly sha256: string;
}

const BLOCK = 1 << 19;
const FULL = BLOCK / 2;
/** A UTF-16 unit takes at most three bytes of UTF-8. */
const MOST_BYTES_A_UNIT = 3;

/** Compresses when the path ends in `.gz`; the same text gives the same bytes (the header's time stays 0). */
export function createBlockFile(path: string): BlockFile {
  const hash = createHash('sha256');
  const tap = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      hash.update(chunk);
      done(null, chunk);
    },
  });
  const head = path.endsWith('.gz') ? createGzip({ level: 6, chunkSize: 1 << 17 }) : tap;
  const rest = head === tap ? [tap] : [head, tap];
  const finished = pipeline([...rest, createWriteStream(path)]);
  // A failure shows where it is awaited, in flush or close.
  finished.catch(() => undefined);
  let block = Buffer.allocUnsafe(BLOCK);
  let used = 0;
  let bytes = 0;
  const makeRoom = (needed: number) => {
    if (used + needed <= block.length) return;
    const larger = Buffer.allocUnsafe(Math.max(block.length * 2, used + needed));
    block.copy(larger, 0, 0, used);
    block = larger;
  };
  const flush = async () => {
    const full = block.subarray(0, used);
    bytes += used;
    block = Buffer.allocUnsafe(BLOCK);
    used = 0;
    if (!head.write(full)) await Promise.race([once(head, 'drain'), finished]);
  };
  return {
    add(text) {
      makeRoom(text.length * MOST_BYTES_A_UNIT);
      used += block.write(text, used);
      return used >= FULL;
    },
    flush,
    async close() {
      if (used > 0) await flush();
      head.end();
      await finished;
      return { path, bytes, sha256: hash.digest('hex') };
    },
  };
}

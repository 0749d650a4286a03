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

const BLOCK = 1 << 18;

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
  let pending = '';
  let bytes = 0;
  const flush = async () => {
    const chunk = Buffer.from(pending);
    pending = '';
    bytes += chunk.length;
    if (!head.write(chunk)) await Promise.race([once(head, 'drain'), finished]);
  };
  return {
    add(text) {
      pending += text;
      return pending.length >= BLOCK;
    },
    flush,
    async close() {
      if (pending !== '') await flush();
      head.end();
      await finished;
      return { path, bytes, sha256: hash.digest('hex') };
    },
  };
}

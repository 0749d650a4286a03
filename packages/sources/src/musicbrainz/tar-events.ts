import { setImmediate } from 'node:timers/promises';
import tar, { type Extract } from 'tar-stream';
import { ImportError } from '../errors.ts';

export type TarEvent =
  | { readonly kind: 'entry'; readonly name: string }
  | { readonly kind: 'bytes'; readonly bytes: Uint8Array }
  | { readonly kind: 'end' };

const BLOCK_BYTES = 512;

/**
 * Reads a tar archive as a flat sequence of events. Chunk by chunk, so that whatever came before a cut is yielded
 * before `truncated` (or the input's own error) is thrown.
 */
export async function* readTar(path: string, chunks: AsyncIterable<Uint8Array>): AsyncGenerator<TarEvent> {
  // With this mark every write waits until the archive has taken all of it.
  const extract = tar.extract({ highWaterMark: 1 });
  const collected = collectEvents(extract);
  let zeroTail = 0;
  try {
    for await (const chunk of chunks) {
      zeroTail = countZeroTail(chunk, zeroTail);
      await writeAll(extract, chunk);
      yield* collected.take();
      if (collected.error !== null) throw notTar(path, collected.entries, collected.error);
    }
    await setImmediate();
    yield* collected.take();
    if (collected.entries === 0) throw notTar(path, collected.entries, collected.error);
    if (collected.open || zeroTail < BLOCK_BYTES) {
      throw new ImportError('truncated', `${path} ends before the archive in it does. Fetch it again.`, { file: path });
    }
  } finally {
    extract.destroy();
  }
}

interface Collected {
  entries: number;
  open: boolean;
  error: Error | null;
  take(): TarEvent[];
}

function collectEvents(extract: Extract): Collected {
  let events: TarEvent[] = [];
  const collected: Collected = {
    entries: 0,
    open: false,
    error: null,
    take: () => {
      const taken = events;
      events = [];
      return taken;
    },
  };
  extract.on('entry', ({ name }, stream, next) => {
    collected.entries += 1;
    collected.open = true;
    events.push({ kind: 'entry', name });
    stream.on('data', (bytes) => events.push({ kind: 'bytes', bytes: bytes as Uint8Array }));
    stream.on('error', () => undefined);
    stream.on('end', () => {
      collected.open = false;
      events.push({ kind: 'end' });
      next();
    });
  });
  extract.on('error', (error: Error) => {
    collected.error = error;
  });
  return collected;
}

function writeAll(extract: Extract, chunk: Uint8Array): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      extract.off('drain', done);
      extract.off('close', done);
      resolve();
    };
    extract.on('drain', done);
    extract.on('close', done);
    if (extract.write(chunk)) done();
  });
}

function countZeroTail(chunk: Uint8Array, before: number): number {
  let zeros = 0;
  while (zeros < Math.min(chunk.length, BLOCK_BYTES) && chunk[chunk.length - 1 - zeros] === 0) zeros += 1;
  return zeros === chunk.length ? before + zeros : zeros;
}

/** The archive makes no sense after this many entries. */
export function notTar(path: string, entries = 0, cause?: unknown): ImportError {
  const message =
    entries === 0
      ? `${path} is not a tar archive. A MusicBrainz dump is mbdump.tar.bz2, or the folder it unpacks to.`
      : `${path} is damaged: its tar archive has no sense after ${entries} entries. Fetch it again.`;
  return new ImportError('not_a_dump', message, { file: path, cause });
}

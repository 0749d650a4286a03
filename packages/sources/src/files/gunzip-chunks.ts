import { createGunzip, type ZlibOptions } from 'node:zlib';

const OPTIONS: ZlibOptions & { readableHighWaterMark: number } = {
  chunkSize: 262_144,
  readableHighWaterMark: 2_097_152,
};

/**
 * Unpacks gzip, all members. Bytes that come before a fault are yielded before it is thrown:
 * a zlib stream that fails drops what it has buffered, so each write is read dry before the next.
 */
export async function* gunzipChunks(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const gunzip = createGunzip(OPTIONS);
  let ended = false;
  let wake = () => {};
  gunzip.on('readable', () => wake());
  gunzip.on('end', () => {
    ended = true;
    wake();
  });
  gunzip.on('error', () => wake());

  async function* drain(start: (done: (error?: Error | null) => void) => void): AsyncGenerator<Uint8Array> {
    let settled = false;
    let failure: Error | null = null;
    start((error) => {
      settled = true;
      failure = error ?? null;
      wake();
    });
    for (;;) {
      const woken = new Promise<void>((resolve) => {
        wake = resolve;
      });
      const last = settled || ended;
      const bytes = gunzip.read() as Buffer | null;
      if (bytes !== null) yield bytes;
      else if (failure ?? gunzip.errored) throw failure ?? gunzip.errored;
      else if (last) return;
      else await woken;
    }
  }

  try {
    for await (const chunk of chunks) {
      if (ended) continue;
      yield* drain((done) => gunzip.write(chunk, done));
    }
    if (!ended) yield* drain((done) => void gunzip.once('end', () => done()).end());
  } finally {
    gunzip.destroy();
  }
}

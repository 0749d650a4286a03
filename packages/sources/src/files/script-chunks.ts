import { createRequire } from 'node:module';
import unbzip2Stream from 'unbzip2-stream';
import { ImportError } from '../errors.ts';

/** Unpacks bzip2, all members, without a program: some three times slower, and on this thread. */
export async function* bunzip2Chunks(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const stream = unbzip2Stream();
  const unpacked: Uint8Array[] = [];
  let failure: unknown = null;
  stream.on('data', (bytes: Uint8Array) => unpacked.push(bytes));
  stream.on('error', (error: unknown) => {
    failure = error;
  });
  for await (const chunk of chunks) {
    stream.write(chunk as Buffer);
    yield* unpacked.splice(0);
    if (failure !== null) throw failure;
  }
  stream.end();
  yield* unpacked.splice(0);
  if (failure !== null) throw atEnd(failure);
}

/** The library has many words for a missing byte, and one for a wrong checksum. */
function atEnd(failure: unknown): unknown {
  const wrongChecksum = failure instanceof Error && failure.message.includes('crc32');
  return wrongChecksum ? failure : new Error('input ends early', { cause: failure });
}

// The library is a bundle whose names an `import` does not see.
const require = createRequire(import.meta.url);

/** End mark of one xz stream and first bytes of the next. */
const SECOND_STREAM = Buffer.from([0x59, 0x5a, 0xfd, 0x37, 0x7a, 0x58, 0x5a, 0x00]);

async function* refuseSecondStream(path: string, chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let tail = Buffer.alloc(0);
  for await (const chunk of chunks) {
    const seen = Buffer.concat([tail, chunk]);
    if (seen.includes(SECOND_STREAM)) {
      throw new ImportError('tool_missing', `${path} holds several xz streams: install xz (xz-utils) to read it.`, {
        file: path,
      });
    }
    tail = seen.subarray(-(SECOND_STREAM.length - 1));
    yield chunk;
  }
}

/** Unpacks xz (one stream) without a program. The library unpacks one file at a time in a process; others wait. */
export async function* unxzChunks(path: string, chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const { XzReadableStream } = require('xz-decompress') as typeof import('xz-decompress');
  const source = refuseSecondStream(path, chunks);
  try {
    yield* new XzReadableStream(ReadableStream.from(source)) as unknown as AsyncIterable<Uint8Array>;
  } finally {
    // After a fault the library leaves its input open.
    await source.return(undefined);
  }
}

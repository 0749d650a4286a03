import { isUtf8 } from 'node:buffer';
import { ImportError } from '../errors.ts';

/** The chunks as they are, unless they are not UTF-8: then ImportError `not_a_dump` says where. */
export async function* checkUtf8(file: string, chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Buffer> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let lines = 1;
  for await (const chunk of chunks) {
    const bytes = Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength);
    try {
      decoder.decode(bytes, { stream: true });
    } catch (cause) {
      throw notUtf8(file, lines + linesBeforeFault(bytes), cause);
    }
    lines += countLines(bytes);
    yield bytes;
  }
}

function notUtf8(file: string, line: number, cause: unknown): ImportError {
  const message = `${file} is not UTF-8: line ${line} has bytes of another encoding. Save it as UTF-8.`;
  return new ImportError('not_a_dump', message, { file, cause });
}

function countLines(bytes: Buffer): number {
  let lines = 0;
  for (let at = bytes.indexOf(10); at !== -1; at = bytes.indexOf(10, at + 1)) lines += 1;
  return lines;
}

/** A character cut by the chunk's end is no fault, so its last line counts as the culprit only if no other is. */
function linesBeforeFault(bytes: Buffer): number {
  let start = 0;
  for (let line = 0; ; line += 1) {
    const end = bytes.indexOf(10, start);
    if (end === -1 || !isUtf8(bytes.subarray(start, end))) return line;
    start = end + 1;
  }
}

import { type DecodingFaults, decodeText } from './encoding/decode-text.ts';
import { type LibraryFile, readBytes } from './open-library.ts';
import type { Dialect, LibraryRecord } from './records/library-record.ts';
import type { RecordSplitter } from './records/split-records.ts';

export interface Reading {
  readonly file: LibraryFile;
  readonly dialect: Dialect;
  /** Records before the first row. */
  readonly skipped: number;
  readonly limit: number;
}

export interface ReadingState {
  readonly splitter: RecordSplitter;
  readonly faults: DecodingFaults;
  readonly onBytes?: (bytesRead: number) => void;
}

/** The rows of a library, from its first to its last or to the limit. */
export async function* readRecords(reading: Reading, state: ReadingState): AsyncGenerator<LibraryRecord> {
  let place = -reading.skipped;
  for await (const record of splitFile(reading, state)) {
    if (place >= 0) yield record;
    place += 1;
    if (place >= reading.limit) return;
  }
}

async function* splitFile(
  { file }: Reading,
  { splitter, faults, onBytes }: ReadingState,
): AsyncGenerator<LibraryRecord> {
  const chunks = countBytes(readBytes(file.path), onBytes);
  for await (const text of decodeText(chunks, file.encoding, faults)) yield* splitter.add(text);
  yield* splitter.finish();
}

async function* countBytes(
  chunks: AsyncIterable<Buffer>,
  onBytes?: (bytesRead: number) => void,
): AsyncGenerator<Buffer> {
  let bytesRead = 0;
  for await (const chunk of chunks) {
    yield chunk;
    bytesRead += chunk.length;
    onBytes?.(bytesRead);
  }
}

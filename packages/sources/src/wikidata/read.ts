import { ImportError } from '../errors.ts';
import { aborted } from '../files/file-chunks.ts';
import { openCompressed } from '../files/open-compressed.ts';
import type { InputFile, ReadContext, ReadReport } from '../source.ts';
import { EntityReader } from './entity-reader.ts';
import { LineSplitter } from './line-splitter.ts';

/** A line becomes one string, and no string is longer than about twice this. */
const MAX_LINE_BYTES = 256 << 20;

export interface ReadOptions {
  readonly maxLineBytes?: number;
  /** Hands the bytes on in pieces of this size at most. */
  readonly pieceBytes?: number;
}

/** Streams a dump into the sink. */
export async function readDump(
  { path, dumpDate }: InputFile,
  context: ReadContext,
  options: ReadOptions = {},
): Promise<ReadReport> {
  const { signal, sink, onProgress, allowTruncated } = context;
  const reader = new EntityReader(path, context);
  const lines = new LineSplitter({
    maxLineBytes: options.maxLineBytes ?? MAX_LINE_BYTES,
    onLine: (line) => reader.line(line),
  });
  let truncated = false;
  try {
    const { stream } = await openCompressed(path, { signal, onProgress });
    for await (const chunk of stream) {
      for (const piece of pieces(chunk, options.pieceBytes ?? chunk.length)) lines.push(piece);
      await sink.drain();
      if (signal.aborted) throw aborted(path);
    }
  } catch (error) {
    if (!allowTruncated || !(error instanceof ImportError) || error.code !== 'truncated') throw error;
    truncated = true;
  }
  lines.end();
  if (!reader.started) throw new ImportError('empty_file', `${path} is empty.`, { file: path });
  truncated ||= reader.truncated;
  if (truncated && !allowTruncated) throw endsEarly(path, reader.records);
  await sink.drain();
  const { records, skipped, repaired } = reader;
  return { records, skipped, repaired, truncated, dumpDate };
}

function* pieces(chunk: Uint8Array, size: number): Generator<Uint8Array> {
  for (let start = 0; start < chunk.length; start += size) yield chunk.subarray(start, start + size);
}

function endsEarly(path: string, records: number): ImportError {
  return new ImportError(
    'truncated',
    `${path} ends early: the list of entities is not closed (${records} kept so far). Fetch it again.`,
    { file: path },
  );
}

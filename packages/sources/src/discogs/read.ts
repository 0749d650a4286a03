import { ImportError } from '../errors.ts';
import { aborted } from '../files/file-chunks.ts';
import { openCompressed } from '../files/open-compressed.ts';
import type { InputFile, ReadContext, ReadReport } from '../source.ts';
import { verifyChecksum } from './checksum.ts';
import { DUMP_KINDS, isDumpKindName, type RecordOutcome } from './kinds.ts';
import { RecordStream, type RecordStreamOptions } from './xml/record-stream.ts';

/** So many unreadable characters, and more than one in a hundred records: not faults of records but of the file. */
const MIN_BROKEN_UTF8 = 100;
const MAX_BROKEN_UTF8 = 0.01;
/** Records after which the share of unreadable characters says something. */
const MIN_RECORDS = 1000;

type Counts = Record<RecordOutcome, number>;

export type ReadOptions = Pick<RecordStreamOptions, 'windowBytes' | 'maxRecordBytes'>;

/** Streams one dump file into the sink. */
export async function readDump(file: InputFile, context: ReadContext, options: ReadOptions = {}): Promise<ReadReport> {
  const { path } = file;
  await verifyChecksum(path, context.signal);
  const counts: Counts = { kept: 0, missing_id: 0, no_name: 0, no_title: 0, no_artists: 0 };
  const stream = createStream(file, context, counts, options);
  const cutOff = await pushAll(path, context, () => {
    if (counts.kept >= MIN_RECORDS) checkEncoding(path, stream, counts.kept);
    return stream;
  });
  const truncated = stream.end() || cutOff;
  if (truncated && !context.allowTruncated) throw endsEarly(path, counts.kept);
  checkEncoding(path, stream, counts.kept);
  await context.sink.drain();
  const { kept, missing_id: _, ...skipped } = counts;
  return {
    records: kept,
    skipped: withoutZeros(skipped),
    repaired: withoutZeros(stream.repaired),
    truncated,
    dumpDate: file.dumpDate,
  };
}

function createStream(file: InputFile, context: ReadContext, counts: Counts, options: ReadOptions): RecordStream {
  const { path, kind } = file;
  const { sink, quarantine } = context;
  if (!isDumpKindName(kind)) throw new ImportError('not_a_dump', `No Discogs dump holds ${kind}.`, { file: path });
  const dump = DUMP_KINDS[kind];
  return new RecordStream({
    ...options,
    file: path,
    kind: dump,
    onBad: (record) => quarantine.add(record),
    onRecord: (cursor) => {
      const outcome = dump.write(cursor, sink);
      counts[outcome] += 1;
      return outcome === 'missing_id' ? { reason: outcome } : null;
    },
  });
}

/** True when the compressed data is cut off and that is accepted. */
async function pushAll(path: string, context: ReadContext, next: () => RecordStream): Promise<boolean> {
  const { signal, onProgress, sink, allowTruncated } = context;
  try {
    const { stream: chunks } = await openCompressed(path, { signal, onProgress });
    for await (const chunk of chunks) {
      next().push(chunk);
      await sink.drain();
      if (signal.aborted) throw aborted(path);
    }
    return false;
  } catch (error) {
    if (allowTruncated && error instanceof ImportError && error.code === 'truncated') return true;
    throw error;
  }
}

function withoutZeros(counts: Readonly<Record<string, number>>): Record<string, number> {
  return Object.fromEntries(Object.entries(counts).filter(([, count]) => count > 0));
}

function endsEarly(path: string, records: number): ImportError {
  return new ImportError('truncated', `${path} ends early, after ${records} whole records. Fetch it again.`, {
    file: path,
  });
}

function checkEncoding(path: string, stream: RecordStream, records: number): void {
  const broken = stream.repaired.invalid_utf8 ?? 0;
  if (broken < MIN_BROKEN_UTF8 || broken <= records * MAX_BROKEN_UTF8) return;
  throw new ImportError(
    'too_many_bad_records',
    `${path} is not UTF-8: ${broken} characters in ${records} records cannot be read.`,
    { file: path },
  );
}

import { ImportError } from '../errors.ts';
import { aborted } from '../files/file-chunks.ts';
import { openCompressed } from '../files/open-compressed.ts';
import type { InputFile, ReadContext, ReadReport } from '../source.ts';
import { verifyChecksum } from './checksum.ts';
import { DUMP_KINDS, isDumpKindName, type RecordOutcome } from './kinds.ts';
import { RecordStream, type RecordStreamOptions } from './xml/record-stream.ts';

/** Above this share of records, broken characters are not faults of records but of the file. */
const MAX_BROKEN_UTF8 = 0.01;
const MIN_BROKEN_UTF8 = 100;

type WindowOptions = Pick<RecordStreamOptions, 'windowBytes' | 'maxRecordBytes'>;

/** Streams one dump file into the sink. */
export async function readDump(
  file: InputFile,
  context: ReadContext,
  options: WindowOptions = {},
): Promise<ReadReport> {
  const { path, kind } = file;
  if (!isDumpKindName(kind)) throw new ImportError('not_a_dump', `No Discogs dump holds ${kind}.`, { file: path });
  const { signal, sink, quarantine, onProgress } = context;
  await verifyChecksum(path, signal);
  const counts: Record<RecordOutcome, number> = { kept: 0, missing_id: 0, no_name: 0, no_title: 0, no_artists: 0 };
  const dump = DUMP_KINDS[kind];
  const stream = new RecordStream({
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
  let truncated = false;
  try {
    const { stream: chunks } = await openCompressed(path, { signal, onProgress });
    for await (const chunk of chunks) {
      stream.push(chunk);
      checkEncoding(path, stream, counts.kept);
      await sink.drain();
      if (signal.aborted) throw aborted(path);
    }
  } catch (error) {
    if (!context.allowTruncated || !(error instanceof ImportError) || error.code !== 'truncated') throw error;
    truncated = true;
  }
  truncated = stream.end() || truncated;
  if (truncated && !context.allowTruncated) throw endsEarly(path, counts.kept);
  checkEncoding(path, stream, counts.kept);
  await sink.drain();
  const { kept, missing_id: _, ...skipped } = counts;
  return {
    records: kept,
    skipped: withoutZeros(skipped),
    repaired: withoutZeros(stream.repaired),
    truncated,
    dumpDate: file.dumpDate,
  };
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
  const broken = stream.repaired.invalid_utf8;
  if (broken < MIN_BROKEN_UTF8 || broken <= records * MAX_BROKEN_UTF8) return;
  throw new ImportError(
    'too_many_bad_records',
    `${path} is not UTF-8: ${broken} characters in ${records} records cannot be read.`,
    { file: path },
  );
}

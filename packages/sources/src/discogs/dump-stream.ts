import type { BlockStream, Tally } from '../blocks/block.ts';
import { ImportError } from '../errors.ts';
import type { InputFile, ReadContext, ReadReport } from '../source.ts';
import { DUMP_KINDS, isDumpKindName, type RecordOutcome } from './kinds.ts';
import { RecordStream, type RecordStreamOptions, type StreamPlace } from './xml/record-stream.ts';

/** So many unreadable characters, and more than one in a hundred records: not faults of records but of the file. */
const MIN_BROKEN_UTF8 = 100;
const MAX_BROKEN_UTF8 = 0.01;
/** Records after which the share of unreadable characters says something. */
const MIN_RECORDS = 1000;

export type DumpStreamOptions = Pick<RecordStreamOptions, 'windowBytes' | 'maxRecordBytes' | 'offset' | 'place'>;

/** Reads the bytes of a dump into rows. */
export class DumpStream implements BlockStream {
  readonly #counts: Record<RecordOutcome, number> = { kept: 0, missing_id: 0, no_name: 0, no_title: 0, no_artists: 0 };
  readonly #records: RecordStream;

  constructor(
    file: InputFile,
    { sink, quarantine }: Pick<ReadContext, 'sink' | 'quarantine'>,
    options: DumpStreamOptions,
  ) {
    const { path, kind } = file;
    if (!isDumpKindName(kind)) throw new ImportError('not_a_dump', `No Discogs dump holds ${kind}.`, { file: path });
    const dump = DUMP_KINDS[kind];
    this.#records = new RecordStream({
      ...options,
      file: path,
      kind: dump,
      onBad: (record) => quarantine.add(record),
      onRecord: (cursor) => {
        const outcome = dump.write(cursor, sink);
        this.#counts[outcome] += 1;
        return outcome === 'missing_id' ? { reason: outcome } : null;
      },
    });
  }

  get tally(): Tally {
    return { outcomes: { ...this.#counts }, repaired: this.#records.repaired };
  }

  push(bytes: Uint8Array): void {
    this.#records.push(bytes);
  }

  settle(): StreamPlace | null {
    return this.#records.settle();
  }

  end(): boolean {
    return this.#records.end();
  }
}

/** Refuses a file that is not UTF-8, which shows after some records or at the end. */
export function checkEncoding({ path }: InputFile, { outcomes, repaired }: Tally, isWhole: boolean): void {
  const broken = repaired.invalid_utf8 ?? 0;
  const records = outcomes.kept ?? 0;
  if (records < MIN_RECORDS && !isWhole) return;
  if (broken < MIN_BROKEN_UTF8 || broken <= records * MAX_BROKEN_UTF8) return;
  throw new ImportError(
    'too_many_bad_records',
    `${path} is not UTF-8: ${broken} characters in ${records} records cannot be read.`,
    { file: path },
  );
}

/** What is told of a dump that was read to its end. Throws ImportError where it ended early and that is not accepted. */
export function reportDump(
  file: InputFile,
  tally: Tally,
  { truncated, allowTruncated }: { truncated: boolean; allowTruncated: boolean },
): ReadReport {
  const { kept = 0, missing_id: _, ...skipped } = tally.outcomes;
  if (truncated && !allowTruncated) {
    throw new ImportError('truncated', `${file.path} ends early, after ${kept} whole records. Fetch it again.`, {
      file: file.path,
    });
  }
  checkEncoding(file, tally, true);
  return {
    records: kept,
    skipped: withoutZeros(skipped),
    repaired: withoutZeros(tally.repaired),
    truncated,
    dumpDate: file.dumpDate,
  };
}

function withoutZeros(counts: Readonly<Record<string, number>>): Record<string, number> {
  return Object.fromEntries(Object.entries(counts).filter(([, count]) => count > 0));
}

import { mkdir, rm } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { Progress } from '@deadwax/platform/progress';
import type { InputFile, ReadReport, Source } from '@deadwax/sources/source';
import { SnapshotError } from '../errors.ts';
import type { SourceEntry } from '../manifest.ts';
import { describeFile } from './checked-file.ts';
import type { Workbench } from './duckdb.ts';
import { readInThread } from './read-in-thread.ts';
import { reuseSource } from './reuse-source.ts';
import { SourceStaging } from './source-staging.ts';

/** Runs a piece of work when there is a core for it. */
export type Slots = <T>(work: () => Promise<T>) => Promise<T>;

export interface LoadOptions {
  readonly workbench: Workbench;
  /** The work folder; tables go to `sources/<name>/`. */
  readonly folder: string;
  readonly signal: AbortSignal;
  readonly allowTruncated: boolean;
  /** Largest share of records that may be quarantined, 0 to 1. */
  readonly maxBadShare: number;
  readonly progress: Progress;
  readonly slots: Slots;
  /** The `ReadTask.scanThreads` of a file. */
  readonly scanThreadsOf: (source: Source, file: InputFile) => number;
  /** A snapshot whose tables of a source are taken over where its dump files are the same to the byte. */
  readonly reuse?: string;
}

export interface SourceInput {
  readonly source: Source;
  readonly files: readonly InputFile[];
}

type InputEntry = SourceEntry['inputs'][number];

/** Reads a source's dump files, several at once, into its Parquet tables. */
export async function loadSource(input: SourceInput, options: LoadOptions): Promise<SourceEntry> {
  const reused = options.reuse === undefined ? null : await reuseSource(input, options.reuse, options);
  return reused ?? readSource(input, options);
}

async function readSource({ source, files }: SourceInput, options: LoadOptions): Promise<SourceEntry> {
  const staging = join(options.folder, 'staging', source.name);
  await mkdir(staging, { recursive: true });
  await mkdir(join(options.folder, 'quarantine'), { recursive: true });
  const tables = new SourceStaging(source, { ...options, staging });
  try {
    const reads = new Array<Promise<InputEntry>>(files.length);
    // The largest takes longest, so it begins first.
    for (const [place, file] of [...files.entries()].sort(([, a], [, b]) => b.bytes - a.bytes))
      reads[place] = options.slots(() => readOne({ source, file, place, staging, tables }, options));
    // Every reader has ended before the folder that it writes to is removed.
    await Promise.allSettled(reads);
    const inputs = await Promise.all(reads);
    return {
      dump_date: newestDate(inputs.map((entry) => entry.dump_date)),
      records: sum(inputs.map((entry) => entry.records)),
      quarantined: sum(inputs.map((entry) => entry.quarantined)),
      inputs,
      tables: await tables.writeTables(),
    };
  } finally {
    await rm(staging, { recursive: true, force: true });
  }
}

interface OneFile {
  readonly source: Source;
  readonly file: InputFile;
  /** Among the source's files. */
  readonly place: number;
  readonly staging: string;
  readonly tables: SourceStaging;
}

async function readOne({ source, file, place, staging, tables }: OneFile, options: LoadOptions): Promise<InputEntry> {
  const name = basename(file.path);
  const folder = join(staging, String(place));
  await mkdir(folder);
  const step = options.progress.start({ name: `${source.name} ${file.kind}`, unit: 'bytes', total: file.bytes });
  const { report, quarantined, order } = await readInThread({
    source,
    file,
    staging: folder,
    quarantine: join(options.folder, 'quarantine', `${source.name}.${name}.ndjson`),
    allowTruncated: options.allowTruncated,
    scanThreads: options.scanThreadsOf(source, file),
    signal: options.signal,
    onProgress: step.update,
    onPart: (part) => tables.add(place, part),
  });
  options.signal.throwIfAborted();
  refuseBadFile(file, report, quarantined, options);
  tables.end(place, order);
  const { records, skipped, repaired } = report;
  step.finish({ file: name, records, quarantined, skipped, repaired });
  return {
    name,
    kind: file.kind,
    dump_date: file.dumpDate ?? report.dumpDate,
    records,
    quarantined,
    skipped: { ...skipped },
    repaired: { ...repaired },
    truncated: report.truncated,
    ...(await describeFile(file.path)),
  };
}

function refuseBadFile(file: InputFile, report: ReadReport, bad: number, options: LoadOptions): void {
  const all = report.records + bad + sum(Object.values(report.skipped));
  if (bad === 0 || bad <= all * options.maxBadShare) return;
  const share = ((100 * bad) / all).toFixed(2);
  throw new SnapshotError(
    'too_many_bad_records',
    `${file.path}: ${bad} of ${all} records are bad (${share} %; at most ${options.maxBadShare * 100} % is accepted)`,
  );
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}

function newestDate(dates: readonly (string | null)[]): string | null {
  return dates.reduce((newest, date) => (date !== null && (newest === null || date > newest) ? date : newest), null);
}

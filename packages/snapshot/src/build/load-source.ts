import { mkdir, rm } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { Progress } from '@deadwax/platform/progress';
import type { InputFile, ReadReport, Source, TableDefinition } from '@deadwax/sources/source';
import { SnapshotError } from '../errors.ts';
import type { SourceEntry, TableEntry } from '../manifest.ts';
import { describeFile } from './checked-file.ts';
import type { Workbench } from './duckdb.ts';
import { QuarantineFile } from './quarantine-file.ts';
import { reuseSource } from './reuse-source.ts';
import { fileList, quoteName, quoteText } from './sql.ts';
import { StagingSink } from './staging-sink.ts';

export interface LoadOptions {
  readonly workbench: Workbench;
  /** The work folder; tables go to `sources/<name>/`. */
  readonly folder: string;
  readonly signal: AbortSignal;
  readonly allowTruncated: boolean;
  /** Largest share of records that may be quarantined, 0 to 1. */
  readonly maxBadShare: number;
  readonly progress: Progress;
  /** A snapshot whose tables of a source are taken over where its dump files are the same to the byte. */
  readonly reuse?: string;
}

export interface SourceInput {
  readonly source: Source;
  readonly files: readonly InputFile[];
}

/** Reads a source's dump files into its Parquet tables. */
export async function loadSource(input: SourceInput, options: LoadOptions): Promise<SourceEntry> {
  const reused = options.reuse === undefined ? null : await reuseSource(input, options.reuse, options);
  return reused ?? readSource(input, options);
}

async function readSource(input: SourceInput, options: LoadOptions): Promise<SourceEntry> {
  const { source } = input;
  const staging = join(options.folder, 'staging', source.name);
  const target = join(options.folder, 'sources', source.name);
  await mkdir(staging, { recursive: true });
  await mkdir(target, { recursive: true });
  const sink = new StagingSink(source, staging, options.workbench);
  try {
    const inputs: SourceEntry['inputs'] = [];
    for (const file of input.files) inputs.push(await readFile(source, file, sink, options));
    await sink.finish();
    const tables = await writeTables(source, sink, target, options);
    return {
      dump_date: newestDate(inputs.map((entry) => entry.dump_date)),
      records: sum(inputs.map((entry) => entry.records)),
      quarantined: sum(inputs.map((entry) => entry.quarantined)),
      inputs,
      tables,
    };
  } finally {
    await sink.destroy();
    await rm(staging, { recursive: true, force: true });
  }
}

async function readFile(
  source: Source,
  file: InputFile,
  sink: StagingSink,
  options: LoadOptions,
): Promise<SourceEntry['inputs'][number]> {
  const name = basename(file.path);
  const quarantine = new QuarantineFile(
    join(options.folder, 'quarantine', `${source.name}.${name}.ndjson`),
    source.name,
  );
  await mkdir(join(options.folder, 'quarantine'), { recursive: true });
  const step = options.progress.start({ name: `${source.name} ${file.kind}`, unit: 'bytes', total: file.bytes });
  const { sink: rows, ...context } = { ...options, sink, quarantine, onProgress: step.update };
  let report: ReadReport;
  try {
    report = await source.read(file, {
      sink: rows,
      quarantine,
      signal: context.signal,
      allowTruncated: context.allowTruncated,
      onProgress: step.update,
    });
  } finally {
    await quarantine.close();
  }
  options.signal.throwIfAborted();
  refuseBadFile(file, report, quarantine.count, options);
  step.finish({
    file: name,
    records: report.records,
    quarantined: quarantine.count,
    skipped: report.skipped,
    repaired: report.repaired,
  });
  return {
    name,
    kind: file.kind,
    dump_date: file.dumpDate ?? report.dumpDate,
    records: report.records,
    quarantined: quarantine.count,
    skipped: { ...report.skipped },
    repaired: { ...report.repaired },
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

async function writeTables(
  source: Source,
  sink: StagingSink,
  target: string,
  options: LoadOptions,
): Promise<Record<string, TableEntry>> {
  const { workbench } = options;
  const repeated = new Set<string>();
  for (const group of new Set(source.tables.map((table) => table.recordGroup))) {
    if (await findWinners(group, sink, workbench)) repeated.add(group);
  }
  await workbench.run(`CREATE SCHEMA IF NOT EXISTS ${quoteName(source.name)}`);
  const tables: Record<string, TableEntry> = {};
  for (const table of source.tables) {
    options.signal.throwIfAborted();
    const path = join(target, `${table.name}.parquet`);
    const from = `read_parquet(${fileList(sink.parts(table.name))})`;
    const last = repeated.has(table.recordGroup)
      ? `WHERE _sequence IN (SELECT sequence FROM winner_${table.recordGroup})`
      : '';
    await writeParquet(
      workbench,
      `SELECT ${columnList(table)} FROM ${from} ${last} ORDER BY ${table.orderBy.map(quoteName).join(', ')}`,
      path,
    );
    await workbench.run(createView(source, table, path));
    tables[table.name] = await describeTable(workbench, path, `sources/${source.name}/${table.name}.parquet`);
  }
  return tables;
}

export function createView(source: Source, table: TableDefinition, path: string): string {
  return `CREATE VIEW ${quoteName(source.name)}.${quoteName(table.name)} AS SELECT * FROM read_parquet(${quoteText(path)})`;
}

function columnList(table: TableDefinition): string {
  return Object.keys(table.columns).map(quoteName).join(', ');
}

/** Where a dump repeats a record the last one counts. Leaves table `winner_<group>` when there is a repeat. */
async function findWinners(group: string, sink: StagingSink, workbench: Workbench): Promise<boolean> {
  const from = `read_parquet(${fileList(sink.parts(`_record_${group}`))})`;
  const [counts] = await workbench.rows(`SELECT count(*) AS records, count(DISTINCT id) AS ids FROM ${from}`);
  if (counts?.records === counts?.ids) return false;
  await workbench.run(
    `CREATE OR REPLACE TABLE winner_${group} AS SELECT max(_sequence) AS sequence FROM ${from} GROUP BY id`,
  );
  return true;
}

export async function writeParquet(workbench: Workbench, query: string, path: string): Promise<void> {
  await workbench.run(
    `COPY (${query}) TO ${quoteText(path)} (FORMAT parquet, COMPRESSION zstd, ROW_GROUP_SIZE 122880)`,
  );
}

export async function describeTable(workbench: Workbench, path: string, file: string): Promise<TableEntry> {
  const [count] = await workbench.rows(`SELECT count(*) AS rows FROM read_parquet(${quoteText(path)})`);
  return { rows: Number(count?.rows ?? 0), file, ...(await describeFile(path)) };
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}

function newestDate(dates: readonly (string | null)[]): string | null {
  return dates.reduce((newest, date) => (date !== null && (newest === null || date > newest) ? date : newest), null);
}

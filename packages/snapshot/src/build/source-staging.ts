import { mkdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Source, TableDefinition } from '@deadwax/sources/source';
import type { SourceTableEntry } from '../manifest.ts';
import { describeFile } from './checked-file.ts';
import type { Workbench } from './duckdb.ts';
import { isOneRun } from './key-order.ts';
import { countRows, writeParquet } from './parquet.ts';
import { fileList, quoteName, quoteText } from './sql.ts';
import { recordTable } from './staged-rows.ts';
import type { StagedOrder, StagedPart } from './staging-sink.ts';

/** More records than a file has: numbers of records go on from file to file. */
const FILE_RECORDS = 2 ** 40;

interface Part {
  readonly path: string;
  /** As the table will be, without the numbers of records. */
  readonly isFinal: boolean;
  readonly from: number;
  readonly to: number;
}

export interface SourceStagingOptions {
  readonly workbench: Workbench;
  /** Where parts are until they are tables. */
  readonly staging: string;
  /** The snapshot; tables go to `sources/<name>/`. */
  readonly folder: string;
  readonly signal: AbortSignal;
}

/**
 * Turns what the files of a source stage into its tables. Parts in which rows come in the table's order and no record comes
 * twice are the table as they are; only others are read again and sorted.
 */
export class SourceStaging {
  readonly #source: Source;
  readonly #options: SourceStagingOptions;
  /** By table, then by file. */
  readonly #parts = new Map<string, Part[][]>();
  readonly #orders: StagedOrder[] = [];
  readonly #tables: ReadonlyMap<string, TableDefinition>;

  constructor(source: Source, options: SourceStagingOptions) {
    this.#source = source;
    this.#options = options;
    const records = [...new Set(source.tables.map(({ recordGroup }) => recordGroup))].map(recordTable);
    this.#tables = new Map([...records, ...source.tables].map((table) => [table.name, table]));
  }

  /** Takes a part of the file at this place among the source's files. */
  async add(file: number, part: StagedPart): Promise<void> {
    const ofFile = this.#partsOf(part.table, file);
    const path = join(this.#options.staging, `${part.table}.${file}.${ofFile.length}.parquet`);
    const offset = file * FILE_RECORDS;
    ofFile.push({ path, isFinal: part.inOrder, from: offset + part.from, to: offset + part.to });
    const table = this.#tables.get(part.table) as TableDefinition;
    const sequence = part.inOrder ? '' : `_sequence + ${offset} AS _sequence, `;
    await writeParquet(
      this.#options.workbench.beside,
      `SELECT ${sequence}${columnList(table)} FROM ${csvOf(table, part.csv)}`,
      path,
    );
    await rm(part.csv);
  }

  /** Says that a file is read to its end. */
  end(file: number, order: StagedOrder): void {
    this.#orders[file] = order;
  }

  async writeTables(): Promise<Record<string, SourceTableEntry>> {
    const { workbench, signal } = this.#options;
    await mkdir(join(this.#options.folder, 'sources', this.#source.name), { recursive: true });
    await workbench.run(`CREATE SCHEMA IF NOT EXISTS ${quoteName(this.#source.name)}`);
    const repeated = new Map<string, boolean>();
    const described: Promise<[string, SourceTableEntry]>[] = [];
    try {
      for (const table of this.#source.tables) {
        signal.throwIfAborted();
        const group = table.recordGroup;
        if (!repeated.has(group)) repeated.set(group, await this.#findWinners(group));
        const files = await this.#write(table, repeated.get(group) === true);
        const paths = files.map((file) => join(this.#options.folder, file));
        await workbench.run(createView(this.#source, table, paths));
        described.push(this.#describe(table, files));
      }
      return Object.fromEntries(await Promise.all(described));
    } finally {
      // What they read is removed where a table fails.
      await Promise.allSettled(described);
    }
  }

  /** Returns the files of the table, by their names in the snapshot. */
  async #write(table: TableDefinition, isRepeated: boolean): Promise<string[]> {
    const name = `sources/${this.#source.name}/${table.name}`;
    const parts = (this.#parts.get(table.name) ?? []).flat();
    const isSorted =
      this.#isAscending(table.recordGroup) && isOneRun(this.#orders.flatMap(({ tables }) => tables[table.name] ?? []));
    if (parts.length > 0 && isSorted && parts.every(({ isFinal }) => isFinal)) {
      const files = parts.map((_, place) => (place === 0 ? `${name}.parquet` : `${name}.${place + 1}.parquet`));
      for (const [place, { path }] of parts.entries())
        await rename(path, join(this.#options.folder, files[place] as string));
      return files;
    }
    const order = table.orderBy.map(quoteName).join(', ');
    const rows = isRepeated ? lastRows(table, parts) : allRows(table, parts);
    const path = join(this.#options.folder, `${name}.parquet`);
    await writeParquet(this.#options.workbench, `SELECT * FROM (${rows}) ORDER BY ${order}`, path);
    return [`${name}.parquet`];
  }

  async #describe(table: TableDefinition, files: readonly string[]): Promise<[string, SourceTableEntry]> {
    const paths = files.map((file) => join(this.#options.folder, file));
    const rows = await countRows(this.#options.workbench, paths);
    const [first, ...more] = await Promise.all(
      files.map(async (file, place) => ({ file, ...(await describeFile(paths[place] as string)) })),
    );
    const entry = { rows, ...(first as NonNullable<typeof first>) };
    return [table.name, more.length === 0 ? entry : { ...entry, more }];
  }

  /** Where dumps repeat a record the last one counts. Leaves table `winner_<group>` when there is a repeat. */
  async #findWinners(group: string): Promise<boolean> {
    const { workbench } = this.#options;
    const parts = (this.#parts.get(`_record_${group}`) ?? []).flat();
    if (parts.length === 0 || this.#isAscending(group)) return false;
    const from = `read_parquet(${fileList(parts.map(({ path }) => path))})`;
    const [counts] = await workbench.rows(`SELECT count(*) AS records, count(DISTINCT id) AS ids FROM ${from}`);
    if (counts?.records === counts?.ids) return false;
    await workbench.run(
      `CREATE OR REPLACE TABLE winner_${group} AS SELECT id, max(_sequence) AS sequence FROM ${from} GROUP BY id`,
    );
    return true;
  }

  #isAscending(group: string): boolean {
    return isOneRun(
      this.#orders.flatMap(({ groups }) => groups[group] ?? []),
      true,
    );
  }

  #partsOf(table: string, file: number): Part[] {
    const files = this.#parts.get(table) ?? [];
    this.#parts.set(table, files);
    for (let place = files.length; place <= file; place += 1) files.push([]);
    return files[file] as Part[];
  }
}

export function createView(source: Source, table: TableDefinition, paths: readonly string[]): string {
  return `CREATE VIEW ${quoteName(source.name)}.${quoteName(table.name)} AS SELECT * FROM read_parquet(${fileList(paths)})`;
}

function columnList(table: TableDefinition): string {
  return Object.keys(table.columns).map(quoteName).join(', ');
}

function csvOf(table: TableDefinition, csv: string): string {
  const columns = Object.entries({ _sequence: 'BIGINT', ...table.columns }).map(
    ([name, type]) => `${quoteText(name)}: ${quoteText(type)}`,
  );
  // Read by several threads, rows would fall into other row groups each time.
  return `read_csv(${quoteText(csv)}, parallel = false, columns = {${columns.join(', ')}}, header = false, auto_detect = false, delim = ',',
    quote = '"', escape = '"', nullstr = '', allow_quoted_nulls = false, max_line_size = 16777216, buffer_size = 33554432)`;
}

function allRows(table: TableDefinition, parts: readonly Part[]): string {
  if (parts.length > 0)
    return `SELECT ${columnList(table)} FROM read_parquet(${fileList(parts.map(({ path }) => path))}, union_by_name = true)`;
  const none = Object.entries(table.columns).map(([name, type]) => `CAST(NULL AS ${type}) AS ${quoteName(name)}`);
  return `SELECT ${none.join(', ')} WHERE false`;
}

/** Rows of records that are the last of their id. A final part has no numbers: its records are told by their ids. */
function lastRows(table: TableDefinition, parts: readonly Part[]): string {
  const winner = `winner_${table.recordGroup}`;
  const kept = parts.map(({ path, isFinal, from, to }) => {
    const last = isFinal
      ? `${quoteName(table.recordColumn)}::VARCHAR IN (SELECT id FROM ${winner} WHERE sequence > ${from} AND sequence <= ${to})`
      : `_sequence IN (SELECT sequence FROM ${winner})`;
    return `SELECT ${columnList(table)} FROM read_parquet(${quoteText(path)}) WHERE ${last}`;
  });
  return kept.length > 0 ? kept.join(' UNION ALL ') : allRows(table, []);
}

import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { RowSink, Source, TableDefinition, Value } from '@deadwax/sources/source';
import type { Workbench } from './duckdb.ts';
import { quoteText } from './sql.ts';
import { TableWriter } from './table-writer.ts';

const PART_BYTES = 192 << 20;

const recordTable = (group: string): TableDefinition => ({
  name: `_record_${group}`,
  columns: { id: 'VARCHAR' },
  recordColumn: 'id',
  recordGroup: group,
  orderBy: ['id'],
});

interface Stage {
  readonly table: TableDefinition;
  writer: TableWriter;
  readonly parts: string[];
}

/**
 * Takes a source's rows: CSV first, turned into Parquet parts by DuckDB in the background as they fill up, so that
 * neither memory nor the staging folder grows with the dump. Every row carries `_sequence`, the number of its record.
 */
export class StagingSink implements RowSink {
  readonly #workbench: Workbench;
  readonly #folder: string;
  readonly #stages = new Map<string, Stage>();
  readonly #sequences = new Map<string, number>();
  readonly #groups: ReadonlyMap<string, string>;
  #conversion: Promise<void> = Promise.resolve();
  #failure: unknown = null;

  constructor(source: Source, folder: string, workbench: Workbench) {
    this.#workbench = workbench;
    this.#folder = folder;
    this.#groups = new Map(source.tables.map((table) => [table.name, table.recordGroup]));
    for (const group of new Set(this.#groups.values())) this.#open(recordTable(group));
    for (const table of source.tables) this.#open(table);
  }

  record(group: string, id: string | number): void {
    const sequence = (this.#sequences.get(group) ?? 0) + 1;
    this.#sequences.set(group, sequence);
    this.#get(`_record_${group}`).writer.row(sequence, [String(id)]);
  }

  row(table: string, values: readonly Value[]): void {
    this.#get(table).writer.row(this.#sequences.get(this.#groups.get(table) ?? '') ?? 0, values);
  }

  async drain(): Promise<void> {
    if (this.#failure) throw this.#failure;
    for (const stage of this.#stages.values()) {
      if (stage.writer.bytes > PART_BYTES) await this.#rotate(stage);
      await stage.writer.drain();
    }
  }

  /** Closes every file; afterwards `parts` names the Parquet parts of a table in writing order. */
  async finish(): Promise<void> {
    for (const stage of this.#stages.values()) await this.#rotate(stage, false);
    await this.#conversion;
    if (this.#failure) throw this.#failure;
  }

  parts(table: string): readonly string[] {
    return this.#get(table).parts;
  }

  async destroy(): Promise<void> {
    for (const stage of this.#stages.values()) stage.writer.destroy();
    await this.#conversion;
  }

  #get(table: string): Stage {
    const stage = this.#stages.get(table);
    if (!stage) throw new Error(`a reader wrote to the undeclared table ${table}`);
    return stage;
  }

  #open(table: TableDefinition): void {
    const writer = new TableWriter(join(this.#folder, `${table.name}.0.csv`));
    this.#stages.set(table.name, { table, writer, parts: [] });
  }

  async #rotate(stage: Stage, more = true): Promise<void> {
    const full = stage.writer;
    await full.close();
    const part = full.path.replace(/csv$/, 'parquet');
    stage.parts.push(part);
    if (more) stage.writer = new TableWriter(join(this.#folder, `${stage.table.name}.${stage.parts.length}.csv`));
    // One conversion at a time: the reader waits for the one before, so at most two parts of CSV exist.
    await this.#conversion;
    this.#conversion = this.#convert(stage.table, full.path, part).catch((error: unknown) => {
      this.#failure ??= error;
    });
  }

  async #convert(table: TableDefinition, csv: string, part: string): Promise<void> {
    const columns = Object.entries({ _sequence: 'BIGINT', ...table.columns }).map(
      ([name, type]) => `${quoteText(name)}: ${quoteText(type)}`,
    );
    await this.#workbench.run(
      `COPY (SELECT * FROM read_csv(${quoteText(csv)}, columns = {${columns.join(', ')}}, header = false, auto_detect = false, delim = ',',
         quote = '"', escape = '"', nullstr = '', allow_quoted_nulls = false, max_line_size = 16777216, buffer_size = 33554432))
       TO ${quoteText(part)} (FORMAT parquet, COMPRESSION lz4_raw)`,
    );
    await rm(csv);
  }
}

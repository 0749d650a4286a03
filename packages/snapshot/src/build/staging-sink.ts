import { join } from 'node:path';
import type { RowSink, TableDefinition, Value } from '@deadwax/sources/source';
import { KeyOrder, type KeyRun } from './key-order.ts';
import { recordTable, type StagedBlock, StagedRows } from './staged-rows.ts';
import { TableWriter } from './table-writer.ts';

const PART_BYTES = 128 << 20;
/** Parts that are taken away at once: one for each of DuckDB's threads. */
const PARTS_AT_ONCE = 2;

/** Some rows of one table of one file, as CSV. Each carries the number of its record in the file. */
export interface StagedPart {
  readonly table: string;
  readonly csv: string;
  /** The rows come in the table's order, up to here from the file's beginning, and no record in it comes twice. */
  readonly inOrder: boolean;
  /** Records that its rows may belong to: after `from`, up to `to`. */
  readonly from: number;
  readonly to: number;
}

/** Whether records came by ascending ids, by group, and rows in their table's order. */
export interface StagedOrder {
  readonly groups: Readonly<Record<string, KeyRun>>;
  readonly tables: Readonly<Record<string, KeyRun>>;
}

interface Stage {
  readonly table: TableDefinition;
  readonly order: KeyOrder;
  writer: TableWriter | null;
  parts: number;
  /** The last record of the parts so far. */
  to: number;
}

interface Group {
  readonly ids: KeyOrder;
  /** The number of the last record. */
  last: number;
}

export interface StagingOptions {
  /** Where the CSV goes; nothing else is there. */
  readonly folder: string;
  /** Takes a full part away. At most two are being taken, so at most three parts of a file exist as CSV. */
  readonly onPart: (part: StagedPart) => Promise<void>;
  /** Bytes of CSV after which a part is full. Default 134,217,728. */
  readonly partBytes?: number;
}

/** Takes the rows of one dump file, as CSV in parts, so that neither memory nor the folder grows with the dump. */
export class StagingSink implements RowSink {
  readonly #options: StagingOptions;
  readonly #rows: StagedRows;
  readonly #stages = new Map<string, Stage>();
  readonly #groups = new Map<string, Group>();
  readonly #taken = new Set<Promise<void>>();
  #failure: unknown = null;

  constructor(tables: readonly TableDefinition[], options: StagingOptions) {
    this.#options = options;
    this.#rows = new StagedRows(tables);
    for (const group of new Set(tables.map(({ recordGroup }) => recordGroup))) {
      this.#groups.set(group, { ids: new KeyOrder([0], true), last: 0 });
      this.#open(recordTable(group));
    }
    for (const table of tables) this.#open(table);
  }

  record(group: string, id: string | number): void {
    this.#rows.record(group, id);
  }

  row(table: string, values: readonly Value[]): void {
    this.#rows.row(table, values);
  }

  drain(): Promise<void> {
    return this.append(this.#rows.take());
  }

  /** Takes rows that others have gathered. */
  async append(block: StagedBlock): Promise<void> {
    if (this.#failure) throw this.#failure;
    for (const [name, { run, last }] of Object.entries(block.groups)) {
      const group = this.#groups.get(name) as Group;
      group.ids.join(run);
      // What is gathered here knows nothing of records that others have read.
      group.last = Math.max(group.last, last);
    }
    for (const [name, { csv, run }] of Object.entries(block.tables)) {
      const stage = this.#stages.get(name) as Stage;
      stage.order.join(run);
      stage.writer ??= new TableWriter(join(this.#options.folder, `${name}.${stage.parts}.csv`));
      stage.writer.write(csv);
    }
    for (const stage of this.#stages.values()) {
      if (!stage.writer) continue;
      if (stage.writer.bytes > (this.#options.partBytes ?? PART_BYTES)) await this.#hand(stage, stage.writer);
      else await stage.writer.drain();
    }
  }

  /** Hands the last parts over; what is known of the order afterwards. */
  async finish(): Promise<StagedOrder> {
    await this.drain();
    for (const stage of this.#stages.values()) if (stage.writer) await this.#hand(stage, stage.writer);
    await Promise.all(this.#taken);
    if (this.#failure) throw this.#failure;
    return {
      groups: Object.fromEntries([...this.#groups].map(([name, { ids }]) => [name, ids.run])),
      tables: Object.fromEntries([...this.#stages].map(([name, { order }]) => [name, order.run])),
    };
  }

  async destroy(): Promise<void> {
    for (const { writer } of this.#stages.values()) writer?.destroy();
    await Promise.all(this.#taken);
  }

  #open(table: TableDefinition): void {
    const columns = Object.keys(table.columns);
    const order = new KeyOrder(table.orderBy.map((column) => columns.indexOf(column)));
    this.#stages.set(table.name, { table, order, writer: null, parts: 0, to: 0 });
  }

  async #hand(stage: Stage, writer: TableWriter): Promise<void> {
    stage.writer = null;
    stage.parts += 1;
    await writer.close();
    const { ids, last } = this.#groups.get(stage.table.recordGroup) as Group;
    const inOrder = stage.order.holds && ids.holds;
    const part = { table: stage.table.name, csv: writer.path, inOrder, from: stage.to, to: last };
    stage.to = last;
    while (this.#taken.size >= PARTS_AT_ONCE) await Promise.race(this.#taken);
    const taken = this.#options
      .onPart(part)
      .catch((error: unknown) => {
        this.#failure ??= error;
      })
      .finally(() => this.#taken.delete(taken));
    this.#taken.add(taken);
  }
}

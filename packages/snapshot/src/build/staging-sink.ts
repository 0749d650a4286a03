import { join } from 'node:path';
import type { RowSink, TableDefinition, Value } from '@deadwax/sources/source';
import { KeyOrder, type KeyRun } from './key-order.ts';
import { TableWriter } from './table-writer.ts';

const PART_BYTES = 128 << 20;

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

/** A table beside the source's own for each group: which record has which number. */
export const recordTable = (group: string): TableDefinition => ({
  name: `_record_${group}`,
  columns: { id: 'VARCHAR' },
  recordColumn: 'id',
  recordGroup: group,
  orderBy: ['id'],
});

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
  /** Records so far. */
  count: number;
}

export interface StagingOptions {
  /** Where the CSV goes; nothing else is there. */
  readonly folder: string;
  /** Takes a full part away. The sink waits for the one before, so at most two parts of a file exist as CSV. */
  readonly onPart: (part: StagedPart) => Promise<void>;
  /** Bytes of CSV after which a part is full. Default 134,217,728. */
  readonly partBytes?: number;
}

/** Takes the rows of one dump file, as CSV in parts, so that neither memory nor the folder grows with the dump. */
export class StagingSink implements RowSink {
  readonly #options: StagingOptions;
  readonly #stages = new Map<string, Stage>();
  readonly #groups = new Map<string, Group>();
  #taken: Promise<void> = Promise.resolve();
  #failure: unknown = null;

  constructor(tables: readonly TableDefinition[], options: StagingOptions) {
    this.#options = options;
    for (const group of new Set(tables.map(({ recordGroup }) => recordGroup))) {
      this.#groups.set(group, { ids: new KeyOrder([0], true), count: 0 });
      this.#open(recordTable(group));
    }
    for (const table of tables) this.#open(table);
  }

  record(group: string, id: string | number): void {
    const { ids } = this.#groupOf(group);
    this.#groupOf(group).count += 1;
    ids.see([id]);
    this.row(`_record_${group}`, [String(id)]);
  }

  row(table: string, values: readonly Value[]): void {
    const stage = this.#stages.get(table);
    if (!stage) throw new Error(`a reader wrote to the undeclared table ${table}`);
    stage.writer ??= new TableWriter(join(this.#options.folder, `${table}.${stage.parts}.csv`));
    stage.order.see(values);
    stage.writer.row(this.#groupOf(stage.table.recordGroup).count, values);
  }

  async drain(): Promise<void> {
    if (this.#failure) throw this.#failure;
    for (const stage of this.#stages.values()) {
      if (!stage.writer) continue;
      if (stage.writer.bytes > (this.#options.partBytes ?? PART_BYTES)) await this.#hand(stage, stage.writer);
      else await stage.writer.drain();
    }
  }

  /** Hands the last parts over; what is known of the order afterwards. */
  async finish(): Promise<StagedOrder> {
    for (const stage of this.#stages.values()) if (stage.writer) await this.#hand(stage, stage.writer);
    await this.#taken;
    if (this.#failure) throw this.#failure;
    return {
      groups: Object.fromEntries([...this.#groups].map(([name, { ids }]) => [name, ids.run])),
      tables: Object.fromEntries([...this.#stages].map(([name, { order }]) => [name, order.run])),
    };
  }

  async destroy(): Promise<void> {
    for (const { writer } of this.#stages.values()) writer?.destroy();
    await this.#taken;
  }

  #groupOf(group: string): Group {
    return this.#groups.get(group) as Group;
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
    const { ids, count } = this.#groupOf(stage.table.recordGroup);
    const inOrder = stage.order.holds && ids.holds;
    const part = { table: stage.table.name, csv: writer.path, inOrder, from: stage.to, to: count };
    stage.to = count;
    await this.#taken;
    this.#taken = this.#options.onPart(part).catch((error: unknown) => {
      this.#failure ??= error;
    });
  }
}

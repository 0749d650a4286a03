import type { RowSink, TableDefinition, Value } from '@deadwax/sources/source';
import { KeyOrder, type KeyRun } from './key-order.ts';
import { RowText } from './row-text.ts';

const FIRST_BYTES = 1 << 16;

/** A table beside the source's own for each group: which record has which number. */
export const recordTable = (group: string): TableDefinition => ({
  name: `_record_${group}`,
  columns: { id: 'VARCHAR' },
  recordColumn: 'id',
  recordGroup: group,
  orderBy: ['id'],
});

/** Rows of some records that follow each other, as CSV. Each row carries the number of its record. */
export interface StagedBlock {
  readonly tables: Readonly<Record<string, { readonly csv: Uint8Array; readonly run: KeyRun }>>;
  /** By group: the order of the ids, and the number of the last record. */
  readonly groups: Readonly<Record<string, { readonly run: KeyRun; readonly last: number }>>;
}

interface Table {
  readonly group: Group;
  readonly places: readonly number[];
  readonly rows: RowText;
  order: KeyOrder;
}

interface Group {
  ids: KeyOrder;
  /** The number of the last record. */
  last: number;
}

/** Gathers rows in memory until they are taken. */
export class StagedRows implements RowSink {
  readonly #tables = new Map<string, Table>();
  readonly #groups = new Map<string, Group>();

  constructor(tables: readonly TableDefinition[]) {
    for (const group of new Set(tables.map(({ recordGroup }) => recordGroup))) {
      this.#groups.set(group, { ids: new KeyOrder([0], true), last: 0 });
      this.#open(recordTable(group));
    }
    for (const table of tables) this.#open(table);
  }

  /** The next record has the number that follows this one. */
  numberFrom(last: number): void {
    for (const group of this.#groups.values()) group.last = last;
  }

  record(name: string, id: string | number): void {
    const group = this.#groups.get(name) as Group;
    group.last += 1;
    group.ids.see([id]);
    this.row(`_record_${name}`, [String(id)]);
  }

  row(name: string, values: readonly Value[]): void {
    const table = this.#tables.get(name);
    if (!table) throw new Error(`a reader wrote to the undeclared table ${name}`);
    table.order.see(values);
    table.rows.add(table.group.last, values);
  }

  drain(): Promise<void> {
    return Promise.resolve();
  }

  take(): StagedBlock {
    const filled = [...this.#tables].filter(([, { rows }]) => rows.length > 0);
    const tables = filled.map(([name, table]) => {
      const { run } = table.order;
      table.order = new KeyOrder(table.places);
      return [name, { csv: table.rows.take(), run }];
    });
    const groups = [...this.#groups].map(([name, group]) => {
      const { run } = group.ids;
      group.ids = new KeyOrder([0], true);
      return [name, { run, last: group.last }];
    });
    return { tables: Object.fromEntries(tables), groups: Object.fromEntries(groups) };
  }

  #open(table: TableDefinition): void {
    const columns = Object.keys(table.columns);
    const places = table.orderBy.map((column) => columns.indexOf(column));
    const group = this.#groups.get(table.recordGroup) as Group;
    this.#tables.set(table.name, { group, places, rows: new RowText(FIRST_BYTES), order: new KeyOrder(places) });
  }
}

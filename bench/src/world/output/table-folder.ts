import { closeSync, mkdirSync, openSync, writeSync } from 'node:fs';
import { join } from 'node:path';

const BLOCK = 1 << 18;

/** Tables of one folder, filled side by side; each file exists once it has a row. Writing is synchronous: memory stays at a block a table. */
export interface TableFolder {
  /** Adds a row: columns joined by tabs, as COPY has them. */
  row(table: string, line: string): void;
  close(): string[];
}

interface OpenTable {
  readonly file: number;
  pending: string;
}

export function createTableFolder(folder: string): TableFolder {
  mkdirSync(folder, { recursive: true });
  const tables = new Map<string, OpenTable>();
  const open = (table: string): OpenTable => {
    const opened = { file: openSync(join(folder, table), 'w'), pending: '' };
    tables.set(table, opened);
    return opened;
  };
  const flush = (table: OpenTable) => {
    writeSync(table.file, table.pending);
    table.pending = '';
  };
  return {
    row(name, line) {
      const table = tables.get(name) ?? open(name);
      table.pending += `${line}\n`;
      if (table.pending.length >= BLOCK) flush(table);
    },
    close() {
      for (const table of tables.values()) {
        flush(table);
        closeSync(table.file);
      }
      return [...tables.keys()].sort();
    },
  };
}

import type { ColumnType, TableDefinition } from '../source.ts';
import { type ColumnKind, DUMP_TABLES, type DumpTable } from './columns.ts';

const COLUMN_TYPES: Readonly<Record<ColumnKind, ColumnType>> = {
  int: 'INTEGER',
  bool: 'BOOLEAN',
  text: 'VARCHAR',
  uuid: 'VARCHAR',
};

/** Columns of our own behind those of the dump: what the address names, parsed as it is read. */
export const URL_TARGET_COLUMNS = { target_source: 'VARCHAR', target_id: 'VARCHAR' } as const;

function toDefinition({ name, columns, key }: DumpTable): TableDefinition {
  const kept = columns.flatMap((column) => (column.kind === null ? [] : [[column.name, COLUMN_TYPES[column.kind]]]));
  return {
    name,
    columns: { ...Object.fromEntries(kept), ...(name === 'url' ? URL_TARGET_COLUMNS : {}) },
    recordColumn: columns[0]?.name ?? '',
    recordGroup: name,
    orderBy: key,
  };
}

export const MUSICBRAINZ_TABLES: readonly TableDefinition[] = DUMP_TABLES.map(toDefinition);

import { buffer } from 'node:stream/consumers';
import tar from 'tar-stream';
import { DUMP_TABLES } from '../../src/musicbrainz/columns.ts';
import { formatCopyField } from '../../src/musicbrainz/copy-text.ts';

type Row = Readonly<Record<string, string | number | null>>;

/** A table's file from rows that name only the columns they care for. */
export function copyTable(name: string, rows: readonly Row[]): string {
  const table = DUMP_TABLES.find((each) => each.name === name);
  if (table === undefined) throw new Error(`no table ${name}`);
  const known = new Set(table.columns.map((column) => column.name));
  for (const column of rows.flatMap((row) => Object.keys(row))) {
    if (!known.has(column)) throw new Error(`${name} has no column ${column}`);
  }
  const format = (value: Row[string] | undefined) =>
    formatCopyField(value === null || value === undefined ? null : String(value));
  return rows.map((row) => `${table.columns.map((column) => format(row[column.name])).join('\t')}\n`).join('');
}

export const NOTES = {
  TIMESTAMP: '2026-09-23 00:14:07.481516+00\n',
  SCHEMA_SEQUENCE: '31\n',
  REPLICATION_SEQUENCE: '184733\n',
  COPYING: 'CC0\n',
} as const;

/** A tar archive of these files, in this order. */
export async function makeTar(files: Readonly<Record<string, string | Buffer>>): Promise<Buffer> {
  const pack = tar.pack();
  for (const [name, content] of Object.entries(files)) pack.entry({ name }, content);
  pack.finalize();
  return buffer(pack);
}

/** A whole dump from rows by table. */
export function dumpFiles(tables: Readonly<Record<string, readonly Row[]>>): Record<string, string> {
  const files = Object.entries(tables).map(([name, rows]) => [`mbdump/${name}`, copyTable(name, rows)]);
  return { ...NOTES, ...Object.fromEntries(files) };
}

/** A UUID told by a number. */
export function gid(number: number): string {
  return `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`;
}

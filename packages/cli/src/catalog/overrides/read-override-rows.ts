import type { OverrideRow } from '@deadwax/contract/catalog-schemas';
import { CliError, exitCode } from '../../cli-error.ts';
import type { Columns } from '../../library/columns/detect-columns.ts';
import { headerForm } from '../../library/columns/header-names.ts';
import { Notices } from '../../library/notices.ts';
import { type Library, type ReadOptions, readLibrary } from '../../library/read-library.ts';
import type { LibraryRecord } from '../../library/records/library-record.ts';

const fields = ['library_id', 'source', 'action', 'external_id', 'reason'] as const;
type Field = (typeof fields)[number];

/** The longest the catalog takes in a cell: one that is longer would cost the whole request. */
const longest: Readonly<Record<Field, number>> = {
  library_id: 100,
  source: 200,
  action: 200,
  external_id: 2000,
  reason: 500,
};

export interface OverrideFileRow {
  readonly record: LibraryRecord;
  readonly row: OverrideRow;
  /** The cell that is too long to be sent, where there is one. */
  readonly tooLong: Field | null;
}

/** A file of overrides: its first line names the columns, in any order. */
export async function readOverrideFile(options: Omit<ReadOptions, 'choices'>): Promise<{
  library: Library;
  rows: OverrideFileRow[];
}> {
  const library = await readLibrary({ ...options, choices: new Map(), detect: detectOverrideColumns });
  const place = new Map(fields.map((field) => [field, findColumn(library.columns.names, field)]));
  const rows: OverrideFileRow[] = [];
  for await (const { record } of library.records(new Notices(), () => undefined)) {
    const cell = (field: Field) => (record.cells[place.get(field) ?? -1] ?? '').trim();
    const tooLong = fields.find((field) => cell(field).length > longest[field]) ?? null;
    const row: OverrideRow = {
      line: record.lineNumber,
      library_id: cell('library_id'),
      source: cell('source'),
      action: cell('action'),
      external_id: cell('external_id') || null,
      reason: cell('reason') || null,
    };
    rows.push({ record, row, tooLong });
  }
  return { library, rows };
}

function detectOverrideColumns(rows: readonly (readonly string[])[]): Columns {
  const names = [...(rows[0] ?? [])];
  const missing = (['library_id', 'source', 'action'] as const).filter((field) => findColumn(names, field) === -1);
  if (missing.length > 0)
    throw new CliError(`the first line names no column ${missing.join(' and no ')}`, {
      exitCode: exitCode.usage,
      hint: `A file of overrides has the columns ${fields.join(', ')}.`,
    });
  return { hasHeader: true, names, map: {}, recognised: null };
}

function findColumn(names: readonly string[], field: Field): number {
  return names.findIndex((name) => headerForm(name) === headerForm(field));
}

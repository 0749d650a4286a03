import type { Value } from '../source.ts';
import { parseTargetUrl } from '../urls/parse-target.ts';
import type { ColumnKind, DumpTable } from './columns.ts';
import { parseCopyField } from './copy-text.ts';
import { MBID_PATTERN } from './ids.ts';

export interface RowFault {
  readonly reason: 'wrong_column_count' | 'invalid_value' | 'missing_id';
  readonly detail: string;
}

/** The kept values of a line, or why it cannot be used. */
export type RowParser = (line: string) => Value[] | RowFault;

type FieldParser = (raw: string) => Value | undefined;

const BOOLEANS: Readonly<Record<string, boolean>> = { t: true, f: false, '1': true, '0': false };
const INTEGER = /^-?\d{1,10}$/;

/** Undefined = no such value. Null is dealt with before. */
const FIELD_PARSERS: Readonly<Record<ColumnKind, FieldParser>> = {
  int: (raw) => {
    const value = Number(raw);
    return INTEGER.test(raw) && Math.abs(value) <= 2_147_483_647 ? value : undefined;
  },
  bool: (raw) => BOOLEANS[raw],
  // PostgreSQL text has no NUL, and whatever stores these rows may refuse it.
  text: (raw) => parseCopyField(raw)?.replaceAll('\0', '\uFFFD'),
  uuid: (raw) => {
    const lower = raw.toLowerCase();
    return MBID_PATTERN.test(lower) ? lower : undefined;
  },
};

interface KeptColumn {
  readonly index: number;
  readonly name: string;
  readonly parse: FieldParser;
  readonly required: boolean;
}

function keptColumns(table: DumpTable): KeptColumn[] {
  return table.columns.flatMap(({ name, kind }, index) =>
    kind === null
      ? []
      : [{ index, name, parse: FIELD_PARSERS[kind], required: table.key.includes(name) || name === 'gid' }],
  );
}

export function createRowParser(table: DumpTable): RowParser {
  const width = table.columns.length;
  const kept = keptColumns(table);
  const urlAt = table.name === 'url' ? kept.findIndex((column) => column.name === 'url') : -1;
  return (line) => {
    const fields = line.split('\t');
    if (fields.length !== width) {
      return { reason: 'wrong_column_count', detail: `${fields.length} columns, not ${width}` };
    }
    const row: Value[] = [];
    for (const column of kept) {
      const raw = fields[column.index] as string;
      const value = raw === '\\N' ? null : column.parse(raw);
      if (value === undefined) return { reason: 'invalid_value', detail: column.name };
      if (value === null && column.required) return { reason: 'missing_id', detail: column.name };
      row.push(value);
    }
    if (urlAt >= 0) {
      const target = parseTargetUrl((row[urlAt] as string | null) ?? '');
      row.push(target?.source ?? null, target?.id ?? null);
    }
    return row;
  };
}

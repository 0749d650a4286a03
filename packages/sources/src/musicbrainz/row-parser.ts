import type { Value } from '../source.ts';
import { parseTargetUrl } from '../urls/parse-target.ts';
import type { ColumnKind, DumpTable } from './columns.ts';
import { parseCopyField } from './copy-text.ts';
import { MBID_PATTERN } from './ids.ts';

export interface RowFault {
  readonly reason: 'wrong_column_count' | 'invalid_value' | 'missing_id';
  readonly detail: string;
}

/** The kept values of the line at `from` up to `to`, or why it cannot be used. */
export type RowParser = (text: string, from: number, to: number) => Value[] | RowFault;

/** Undefined = no such value. Null is dealt with before. */
type FieldParser = (text: string, from: number, to: number) => Value | undefined;

const BACKSLASH = 0x5c;
const CAPITAL_N = 0x4e;
const LARGEST_INTEGER = 2_147_483_647;

// Read in place: cutting every number and every unwanted column out of the line would halve the speed.
function parseInteger(text: string, from: number, to: number): number | undefined {
  const negative = text.charCodeAt(from) === 0x2d;
  const first = negative ? from + 1 : from;
  if (first === to || to - first > 10) return undefined;
  let value = 0;
  for (let at = first; at < to; at += 1) {
    const digit = text.charCodeAt(at) - 0x30;
    if (digit < 0 || digit > 9) return undefined;
    value = value * 10 + digit;
  }
  if (value > LARGEST_INTEGER) return undefined;
  return negative ? -value : value;
}

const BOOLEANS: Readonly<Record<string, boolean>> = { t: true, f: false, '1': true, '0': false };

const FIELD_PARSERS: Readonly<Record<ColumnKind, FieldParser>> = {
  int: parseInteger,
  bool: (text, from, to) => BOOLEANS[text.slice(from, to)],
  text: (text, from, to) => parseCopyField(text.slice(from, to)),
  uuid: (text, from, to) => {
    const uuid = text.slice(from, to);
    if (MBID_PATTERN.test(uuid)) return uuid;
    const lower = uuid.toLowerCase();
    return MBID_PATTERN.test(lower) ? lower : undefined;
  },
};

interface KeptColumn {
  readonly name: string;
  readonly parse: FieldParser;
  readonly required: boolean;
}

function isNull(text: string, from: number, to: number): boolean {
  return to - from === 2 && text.charCodeAt(from) === BACKSLASH && text.charCodeAt(from + 1) === CAPITAL_N;
}

export function createRowParser(table: DumpTable): RowParser {
  const last = table.columns.length - 1;
  const columns = table.columns.map(({ name, kind }): KeptColumn | null =>
    kind === null ? null : { name, parse: FIELD_PARSERS[kind], required: table.key.includes(name) || name === 'gid' },
  );
  const parseRow: RowParser = (text, from, to) => {
    const row: Value[] = [];
    let start = from;
    for (let index = 0; index <= last; index += 1) {
      const tab = text.indexOf('\t', start);
      const inside = tab >= 0 && tab < to;
      if (inside === (index === last)) return countFault(table, text.slice(from, to));
      const end = inside ? tab : to;
      const column = columns[index];
      if (column) {
        const value = isNull(text, start, end) ? null : column.parse(text, start, end);
        if (value === undefined || (value === null && column.required)) {
          return valueFault(table, text.slice(from, to), column.name, value);
        }
        row.push(value);
      }
      start = end + 1;
    }
    return row;
  };
  return table.name === 'url' ? withTarget(table, parseRow) : parseRow;
}

function countFault(table: DumpTable, line: string): RowFault {
  const detail = `${line.split('\t').length} columns, not ${table.columns.length}`;
  return { reason: 'wrong_column_count', detail };
}

function valueFault(table: DumpTable, line: string, column: string, value: null | undefined): RowFault {
  if (line.split('\t').length !== table.columns.length) return countFault(table, line);
  return { reason: value === null ? 'missing_id' : 'invalid_value', detail: column };
}

function withTarget(table: DumpTable, parseRow: RowParser): RowParser {
  const urlAt = table.columns.filter(({ kind }) => kind !== null).findIndex(({ name }) => name === 'url');
  return (text, from, to) => {
    const row = parseRow(text, from, to);
    if (!Array.isArray(row)) return row;
    const target = parseTargetUrl(String(row[urlAt] ?? ''));
    row.push(target?.source ?? null, target?.id ?? null);
    return row;
  };
}

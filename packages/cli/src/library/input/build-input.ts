import type { BulkResolveInput } from '@deadwax/contract/schemas';
import { repairMacRoman } from '@deadwax/linkage/normalise/repair-mac-roman';
import type { ColumnField, ColumnMap } from '../columns/column-field.ts';
import type { Notices } from '../notices.ts';
import { parseFlag } from './parse-flag.ts';
import { parseYear } from './parse-year.ts';
import { readBarcode } from './read-barcode.ts';

/** The longest text the contract takes. */
const longestText = 2000;

export interface NumberedCells {
  readonly rowNumber: number;
  readonly lineNumber: number;
  readonly cells: readonly string[];
}

/** Makes the question to the resolver from the cells of a row. The row's number stands for its id until the answer comes. */
export function buildInput(row: NumberedCells, map: ColumnMap, notices: Notices): BulkResolveInput {
  const read = (field: ColumnField): string => {
    const column = map[field];
    return column === undefined ? '' : clean(row.cells[column] ?? '', row.lineNumber, notices);
  };
  const hint = (field: ColumnField): string | null => read(field).trim() || null;
  const input: BulkResolveInput = {
    library_id: row.rowNumber,
    artist_name: read('artist'),
    album_title: read('album'),
    label: hint('label'),
    year: readYear(read('year'), row.lineNumber, notices),
    format: hint('format'),
    catalog_number: hint('catalog_number'),
    barcode: readBarcode(read('barcode')),
    is_compilation: parseFlag(read('is_compilation')),
    shelf_code: hint('shelf_code'),
    legacy_release_id: parseWholeNumber(read('legacy_release_id')),
  };
  if (input.artist_name.trim() === '' && input.album_title.trim() === '') notices.add('blank_names', row.lineNumber);
  return input;
}

/** Gives each row the number its library knows it by: its own id while ids are whole and new, else its place. */
export class RowIds {
  private readonly seen = new Set<number>();

  identify({ cells, rowNumber, lineNumber }: NumberedCells, map: ColumnMap, notices: Notices): number {
    const text = map.id === undefined ? '' : (cells[map.id] ?? '').trim();
    if (text === '') return rowNumber;
    const id = parseWholeNumber(text);
    if (id !== null && !this.seen.has(id)) {
      this.seen.add(id);
      return id;
    }
    notices.add('unusable_ids', lineNumber);
    return rowNumber;
  }
}

function parseWholeNumber(text: string): number | null {
  const trimmed = text.trim();
  const number = /^[+-]?\d+$/.test(trimmed) ? Number(trimmed) : Number.NaN;
  return Number.isSafeInteger(number) ? number + 0 : null;
}

function readYear(text: string, lineNumber: number, notices: Notices): number | null {
  const year = parseYear(text);
  // Zero is how exports write that they do not know.
  if (year === null && !/^[\s0?-]*$/.test(text)) notices.add('years', lineNumber);
  return year;
}

function clean(text: string, lineNumber: number, notices: Notices): string {
  const repaired = repairMacRoman(text);
  if (repaired !== text) notices.add('repaired', lineNumber);
  if (repaired.length <= longestText) return repaired;
  notices.add('cut', lineNumber);
  const cut = repaired.slice(0, longestText);
  return cut.isWellFormed() ? cut : cut.slice(0, -1);
}

import type { ImportRow } from '../../src/library/import-rows.ts';
import { fields } from '../jobs/fields.ts';

export type Change = Partial<ImportRow>;

/** A row of a file; its line is its place below the header. */
export function importRow(change: Change, place: number): ImportRow {
  return { ...fields, ownId: null, legacy: null, line: place + 2, ...change };
}

import type { ImportRow } from '@deadwax/contract/catalog-schemas';
import type { ColumnMap } from '../../library/columns/column-field.ts';
import type { Notices } from '../../library/notices.ts';
import type { NumberedRecord } from '../../library/read-library.ts';
import type { LibraryRecord } from '../../library/records/library-record.ts';
import { type KeptRow, readKeptRow } from './read-kept-row.ts';

/** Under the 1 MiB that the catalog takes, with room for what stands around the rows. */
const mostBytes = 1_000_000;

export interface ReadRow {
  readonly record: LibraryRecord;
  readonly kept: KeptRow;
}

interface PageOptions {
  readonly map: ColumnMap;
  readonly notices: Notices;
  readonly mostRows: number;
}

/** The rows of a library in pages that fit a request each. */
export async function* readPages(
  records: AsyncIterable<NumberedRecord>,
  { map, notices, mostRows }: PageOptions,
): AsyncGenerator<ReadRow[]> {
  let page: ReadRow[] = [];
  let bytes = 0;
  for await (const { record } of records) {
    const kept = readKeptRow(record, map, notices);
    const size = 'row' in kept ? sizeOf(kept.row) : 0;
    if (page.length === mostRows || (page.length > 0 && bytes + size > mostBytes)) {
      yield page;
      [page, bytes] = [[], 0];
    }
    page.push({ record, kept });
    bytes += size;
  }
  if (page.length > 0) yield page;
}

function sizeOf(row: ImportRow): number {
  return Buffer.byteLength(JSON.stringify(row)) + 1;
}

import { readFileSync } from 'node:fs';
import type { CatalogDatabase } from '@deadwax/catalog/database/tables';
import { type ImportRow, importRows } from '@deadwax/catalog/library/import-rows';
import { tidyText } from '@deadwax/catalog/library/library-fields';
import { parse } from 'csv-parse/sync';
import type { PgBoss } from 'pg-boss';

const PAGE = 1000;

/** Imports the world's library page by page. Gives how many rows were taken. */
export async function loadLibrary(db: CatalogDatabase, queue: PgBoss, file: string): Promise<number> {
  const rows: Record<string, string>[] = parse(readFileSync(file), { columns: true, bom: true });
  let taken = 0;
  for (let start = 0; start < rows.length; start += PAGE) {
    const page = rows.slice(start, start + PAGE).map((row, place) => toImportRow(row, start + place + 2));
    const results = await db.transaction().execute((transaction) => importRows(transaction, queue, page));
    taken += results.filter(({ outcome }) => outcome !== 'rejected').length;
  }
  return taken;
}

function toImportRow(row: Record<string, string>, line: number): ImportRow {
  const text = (name: string) => tidyText(row[name]);
  return {
    line,
    ownId: text('id'),
    artistName: text('artist') ?? '',
    albumTitle: text('title') ?? '',
    format: text('format'),
    genre: text('genre'),
    label: text('label'),
    year: text('year') === null ? null : Number(row.year),
    catalogNumber: null,
    barcode: null,
    shelfCode: text('shelf_code'),
    codeVolumeLetters: null,
    albumArtist: null,
    alternateArtistName: null,
    legacyReleaseId: null,
    isCompilation: null,
    legacy: null,
  };
}

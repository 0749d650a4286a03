import type { ReadContext, RowSink } from '../source.ts';
import { type Header, parseHeader } from './header.ts';
import { type ArtistRecord, parseRow, type ReleaseRecord } from './parse-row.ts';

/** Where the parser stands after a row, and the row as written. */
export interface RowPlace {
  readonly lines: number;
  readonly bytes: number;
  readonly raw: string;
}

interface Row {
  readonly cells: readonly string[];
  readonly raw: string;
  readonly line: number;
  readonly offset: number;
}

const EXCERPT_CHARACTERS = 500;

/** Turns rows of cells into records. One row behind, since the last row of a file that was cut off is no row. */
export class RowReader {
  readonly #file: string;
  readonly #context: Pick<ReadContext, 'sink' | 'quarantine'>;
  records = 0;
  readonly repaired: Record<string, number> = {};
  #header: Header | null = null;
  #pending: Row | null = null;
  #bytes = 0;

  constructor(file: string, context: Pick<ReadContext, 'sink' | 'quarantine'>) {
    this.#file = file;
    this.#context = context;
  }

  row(cells: readonly string[], { lines, bytes, raw }: RowPlace): void {
    const row = { cells, raw: raw.trim(), line: lines - newlinesIn(raw), offset: this.#bytes };
    this.#bytes = bytes;
    if (this.#header === null) {
      this.#header = parseHeader(cells, this.#file);
      for (const column of this.#header.ignored) this.repaired[`ignored_column_${column}`] = 1;
      return;
    }
    this.#flush(this.#header);
    this.#pending = row;
  }

  finish({ isCut }: { isCut: boolean }): void {
    if (this.#header !== null && !isCut) this.#flush(this.#header);
  }

  #flush(header: Header): void {
    const row = this.#pending;
    this.#pending = null;
    if (row === null) return;
    const record = parseRow(row.cells, header);
    if (record.kind === 'bad') {
      const { reason, detail } = record;
      this.#context.quarantine.add({
        file: this.#file,
        offset: row.offset,
        line: row.line,
        reason,
        ...(detail === undefined ? {} : { detail }),
        excerpt: row.raw.slice(0, EXCERPT_CHARACTERS),
      });
      return;
    }
    this.records += 1;
    if (record.kind === 'artist') writeArtist(record, this.#context.sink);
    else writeRelease(record, this.#context.sink);
  }
}

function newlinesIn(raw: string): number {
  return raw.trim().split('\n').length - 1;
}

function writeArtist({ id, name, variants, matchable }: ArtistRecord, sink: RowSink): void {
  sink.record('artist', id);
  sink.row('artist', [id, name, matchable]);
  for (const variant of variants) sink.row('artist_variant', [id, variant]);
}

function writeRelease(release: ReleaseRecord, sink: RowSink): void {
  const { id, title, artist, artistId, year, label, catalogNumber, barcode, format } = release;
  sink.record('release', id);
  sink.row('release', [id, title, artist, artistId, year, label, catalogNumber, barcode, format]);
  for (const variant of release.variants) sink.row('release_variant', [id, variant]);
}

import { classifyCompilation, isUnusableArtist } from '@deadwax/linkage/normalise/classify-compilation';
import { CSV_ID_PATTERN } from './entities.ts';
import type { Column, Header } from './header.ts';

export interface ArtistRecord {
  readonly kind: 'artist';
  readonly id: string;
  readonly name: string;
  readonly variants: readonly string[];
  /** False for "Various Artists" and its like. */
  readonly matchable: boolean;
}

export interface ReleaseRecord {
  readonly kind: 'release';
  readonly id: string;
  readonly title: string;
  readonly variants: readonly string[];
  readonly artist: string | null;
  readonly artistId: string | null;
  readonly year: number | null;
  readonly label: string | null;
  readonly catalogNumber: string | null;
  readonly barcode: string | null;
  readonly format: string | null;
}

export interface BadRow {
  readonly kind: 'bad';
  readonly reason:
    | 'missing_id'
    | 'invalid_id'
    | 'unknown_kind'
    | 'missing_name'
    | 'unbalanced_quotes'
    | 'wrong_column_count';
  readonly detail?: string;
}

const KINDS: Readonly<Record<string, 'artist' | 'release'>> = {
  artist: 'artist',
  release: 'release',
  album: 'release',
  master: 'release',
};

/** Reads one row under its header. */
export function parseRow(cells: readonly string[], header: Header): ArtistRecord | ReleaseRecord | BadRow {
  if (cells.slice(header.width).some((cell) => cell.trim() !== '')) {
    const detail = `${cells.length} cells under ${header.width} columns`;
    return { kind: 'bad', reason: 'wrong_column_count', detail };
  }
  if (cells.some(hasSwallowedRows)) return { kind: 'bad', reason: 'unbalanced_quotes' };
  const read = (column: Column) => cells[header.positions[column] ?? -1]?.trim() || null;
  const id = read('id');
  if (id === null) return { kind: 'bad', reason: 'missing_id' };
  if (!CSV_ID_PATTERN.test(id)) return { kind: 'bad', reason: 'invalid_id', detail: 'id' };
  const kind = KINDS[read('kind')?.toLowerCase() ?? ''];
  if (kind === undefined) return { kind: 'bad', reason: 'unknown_kind', detail: read('kind') ?? '' };
  return kind === 'artist' ? parseArtist(id, read) : parseRelease(id, read);
}

/** A quote left open ends at the next one, rows later: the parser then leaves it where it stands. */
function hasSwallowedRows(cell: string): boolean {
  return cell.startsWith('"') && cell.includes('\n');
}

type ReadCell = (column: Column) => string | null;

function parseArtist(id: string, read: ReadCell): ArtistRecord | BadRow {
  const name = read('artist') ?? read('title');
  if (name === null) return { kind: 'bad', reason: 'missing_name' };
  const matchable = classifyCompilation(name).compilation !== 'yes' && !isUnusableArtist(name);
  return { kind: 'artist', id, name, variants: parseVariants(read('variants'), name), matchable };
}

function parseRelease(id: string, read: ReadCell): ReleaseRecord | BadRow {
  const title = read('title');
  if (title === null) return { kind: 'bad', reason: 'missing_name' };
  const artistId = read('artist_id');
  if (artistId !== null && !CSV_ID_PATTERN.test(artistId)) {
    return { kind: 'bad', reason: 'invalid_id', detail: 'artist_id' };
  }
  return {
    kind: 'release',
    id,
    title,
    variants: parseVariants(read('variants'), title),
    artist: read('artist'),
    artistId,
    year: parseYear(read('year')),
    label: read('label'),
    catalogNumber: read('catalog_number'),
    barcode: read('barcode')?.replace(/\D/g, '') || null,
    format: read('format'),
  };
}

function parseVariants(text: string | null, name: string): string[] {
  const variants = (text ?? '').split('|').map((variant) => variant.trim());
  return [...new Set(variants)].filter((variant) => variant !== '' && variant !== name);
}

/** `1994`, `1994-05-02` and `02/05/1994` have a year; `94` and `199?` have none. */
function parseYear(text: string | null): number | null {
  const year = /(?<!\d)(1[5-9]\d\d|20\d\d)(?!\d)/.exec(text ?? '')?.[1];
  return year === undefined ? null : Number(year);
}

import { ImportError } from '../errors.ts';

export const COLUMNS = [
  'id',
  'kind',
  'artist',
  'title',
  'artist_id',
  'year',
  'label',
  'catalog_number',
  'barcode',
  'format',
  'variants',
] as const;

export type Column = (typeof COLUMNS)[number];

/** Where each known column stands, and the columns that mean nothing to us. */
export interface Header {
  readonly positions: Readonly<Partial<Record<Column, number>>>;
  readonly width: number;
  readonly ignored: readonly string[];
}

const DELIMITERS = [',', ';', '\t'] as const;

/** ` Catalog Number ` is catalog_number. */
function toColumn(heading: string): string {
  return heading
    .trim()
    .toLowerCase()
    .replace(/[\s-]+/g, '_');
}

function isColumn(heading: string): heading is Column {
  return (COLUMNS as readonly string[]).includes(heading);
}

/** The delimiter under which the heading line has most of our columns. */
export function detectDelimiter(headingLine: string): string {
  const known = (delimiter: string) =>
    headingLine.split(delimiter).filter((heading) => isColumn(toColumn(heading.replace(/^\s*"|"\s*$/g, '')))).length;
  return DELIMITERS.reduce<string>((best, each) => (known(each) > known(best) ? each : best), DELIMITERS[0]);
}

/** Throws ImportError `wrong_columns` unless a row can have an id, a kind and a name. */
export function parseHeader(headings: readonly string[], file: string): Header {
  const positions: Partial<Record<Column, number>> = {};
  const ignored: string[] = [];
  for (const [position, heading] of headings.entries()) {
    const column = toColumn(heading);
    if (isColumn(column) && positions[column] === undefined) positions[column] = position;
    else if (column !== '') ignored.push(column);
  }
  const missing = (['id', 'kind'] as const).filter((column) => positions[column] === undefined).map(String);
  if (positions.artist === undefined && positions.title === undefined) missing.push('artist or title');
  if (missing.length === 0) return { positions, width: headings.length, ignored };
  throw new ImportError(
    'wrong_columns',
    `${file} has no column ${missing.join(', ')}. Its first line has: ${headings.map((each) => each.trim()).join(', ')}. ` +
      `Known columns: ${COLUMNS.join(', ')}.`,
    { file },
  );
}

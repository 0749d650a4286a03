import type { ImportRow } from '@deadwax/contract/catalog-schemas';
import type { ColumnMap, KeptField } from '../../library/columns/column-field.ts';
import { parseFlag } from '../../library/input/parse-flag.ts';
import { parseYear } from '../../library/input/parse-year.ts';
import { readBarcode } from '../../library/input/read-barcode.ts';
import type { Notices } from '../../library/notices.ts';
import type { LibraryRecord } from '../../library/records/library-record.ts';
import { parseConfidence, parseTime } from './parse-legacy.ts';

/** The longest the catalog keeps, and the longest own id. */
const longestText = 2000;
const longestId = 200;

export type KeptRow =
  | { readonly row: ImportRow }
  | { readonly reason: 'too_long' | 'bad_legacy_release_id' | 'bad_is_compilation' };

/** A row as the catalog takes it; or why it can be sent in no form, where one request refused would cost others too. */
export function readKeptRow({ lineNumber, cells }: LibraryRecord, map: ColumnMap, notices: Notices): KeptRow {
  const cell = (field: KeptField): string => {
    const column = map[field];
    return column === undefined ? '' : (cells[column] ?? '').normalize('NFC').replace(/\s+/gu, ' ').trim();
  };
  const text = (field: KeptField): string | null => cell(field) || null;
  const texts = textFields.map((field) => [field, text(field)] as const);
  const ownId = text('id');
  if (texts.some(([, value]) => (value?.length ?? 0) > longestText) || (ownId?.length ?? 0) > longestId)
    return { reason: 'too_long' };
  const legacyId = readWholeNumber(cell('legacy_release_id'));
  if (legacyId === 'unreadable') return { reason: 'bad_legacy_release_id' };
  const isCompilation = parseFlag(cell('is_compilation'));
  if (isCompilation === null && !nothing.test(cell('is_compilation'))) return { reason: 'bad_is_compilation' };
  const row: ImportRow = {
    line: lineNumber,
    artist_name: cell('artist'),
    album_title: cell('album'),
    year: readYear(cell('year'), lineNumber, notices),
    barcode: readBarcode(cell('barcode')),
    ...Object.fromEntries(texts.flatMap(([field, value]) => (isSame(field) && value !== null ? [[field, value]] : []))),
    ...(ownId === null ? {} : { own_id: ownId }),
    ...(legacyId === null ? {} : { legacy_release_id: legacyId }),
    // Where the file has no such column, what is known of it stands.
    ...(map.is_compilation === undefined ? {} : { is_compilation: isCompilation }),
    ...readLegacy(cell, lineNumber, notices),
  };
  return { row };
}

const textFields = [
  'artist',
  'album',
  'format',
  'genre',
  'label',
  'catalog_number',
  'barcode',
  'shelf_code',
  'code_volume_letters',
  'album_artist',
  'alternate_artist_name',
  'canonical_entity_id',
] as const;

/** Whether the catalog has the field under the same name, as text. */
function isSame(field: (typeof textFields)[number]): boolean {
  return !['artist', 'album', 'barcode', 'canonical_entity_id'].includes(field);
}

/** How databases write that there is nothing. */
const nothing = /^(null|\\n|none|n\/a|-)?$/i;

/** What an older system held the record to be. Its confidence and time are worth keeping beside an id alone. */
function readLegacy(
  cell: (field: KeptField) => string,
  lineNumber: number,
  notices: Notices,
): Pick<ImportRow, 'canonical_entity_id' | 'canonical_entity_confidence' | 'canonical_entity_resolved_at'> {
  const id = cell('canonical_entity_id');
  if (nothing.test(id)) return {};
  const [confidenceText, timeText] = [cell('canonical_entity_confidence'), cell('canonical_entity_resolved_at')];
  const confidence = nothing.test(confidenceText) ? null : parseConfidence(confidenceText);
  const resolvedAt = nothing.test(timeText) ? null : parseTime(timeText);
  if (confidence === null && !nothing.test(confidenceText)) notices.add('confidences', lineNumber);
  if (resolvedAt === null && !nothing.test(timeText)) notices.add('times', lineNumber);
  return {
    canonical_entity_id: id,
    ...(confidence === null ? {} : { canonical_entity_confidence: confidence }),
    ...(resolvedAt === null ? {} : { canonical_entity_resolved_at: resolvedAt }),
  };
}

function readWholeNumber(text: string): number | null | 'unreadable' {
  if (nothing.test(text)) return null;
  const number = /^[+-]?\d+(\.0+)?$/.test(text) ? Number(text) : Number.NaN;
  return Number.isSafeInteger(number) ? number + 0 : 'unreadable';
}

function readYear(text: string, lineNumber: number, notices: Notices): number | null {
  const year = parseYear(text);
  // Zero is how exports write that they do not know.
  if (year === null && !nothing.test(text) && !/^[\s0?-]*$/.test(text)) notices.add('years', lineNumber);
  return year;
}

import type { ByteSurvey } from './survey-bytes.ts';

export interface BinaryKind {
  readonly what: string;
  readonly hint: string;
}

const exportIt = 'Export it as CSV and try again.';
const unpackIt = 'Unpack it and try again.';

const signatures: readonly { readonly start: string; readonly kind: BinaryKind }[] = [
  { start: '\x89PNG', kind: { what: 'a PNG picture', hint: exportIt } },
  { start: '\xFF\xD8\xFF', kind: { what: 'a JPEG picture', hint: exportIt } },
  { start: 'GIF8', kind: { what: 'a GIF picture', hint: exportIt } },
  { start: '%PDF', kind: { what: 'a PDF document', hint: exportIt } },
  { start: '\xD0\xCF\x11\xE0', kind: { what: 'an old Excel workbook (.xls)', hint: exportIt } },
  { start: '\x1F\x8B', kind: { what: 'a gzip file', hint: unpackIt } },
  { start: 'BZh', kind: { what: 'a bzip2 file', hint: unpackIt } },
  { start: '\xFD7zXZ', kind: { what: 'an xz file', hint: unpackIt } },
  { start: '\x28\xB5\x2F\xFD', kind: { what: 'a Zstandard file', hint: unpackIt } },
  { start: '7z\xBC\xAF', kind: { what: 'a 7-Zip archive', hint: unpackIt } },
  { start: 'SQLite format 3', kind: { what: 'an SQLite database', hint: exportIt } },
  { start: 'PAR1', kind: { what: 'a Parquet file', hint: exportIt } },
  { start: '{\\rtf', kind: { what: 'an RTF document', hint: exportIt } },
];

const archives: readonly { readonly member: string; readonly kind: BinaryKind }[] = [
  { member: 'xl/', kind: { what: 'an Excel workbook', hint: 'Export it as CSV (Save As, CSV UTF-8) and try again.' } },
  { member: 'opendocument.spreadsheet', kind: { what: 'an OpenDocument spreadsheet', hint: exportIt } },
  { member: 'Index/', kind: { what: 'an Apple Numbers spreadsheet', hint: exportIt } },
  { member: 'word/', kind: { what: 'a Word document', hint: exportIt } },
];

/** What a file that is no text is, or null for text. */
export function nameBinary(survey: ByteSurvey): BinaryKind | null {
  const head = Buffer.from(survey.head).toString('latin1');
  if (/^(\xFF\xFE|\xFE\xFF)/.test(head)) return null;
  const known = signatures.find(({ start }) => head.startsWith(start));
  if (known) return known.kind;
  if (head.startsWith('PK\x03\x04')) return nameArchive(head);
  const markup = head
    .replace(/^\xEF\xBB\xBF/, '')
    .trimStart()
    .slice(0, 200);
  if (/^<(\?xml|!doctype|html|table|[a-z]+>)/i.test(markup)) return { what: 'XML or HTML', hint: exportIt };
  if (/^(\{\s*"|\[\s*[{[])/.test(markup)) return { what: 'JSON', hint: exportIt };
  return survey.controls > survey.size * 0.02 || isFullOfNulls(survey)
    ? { what: 'no text at all', hint: exportIt }
    : null;
}

function nameArchive(head: string): BinaryKind {
  const known = archives.find(({ member }) => head.includes(member));
  // Office files begin with this member, and may name the others past the bytes looked at.
  if (!known && head.includes('[Content_Types].xml')) return archives[0]!.kind;
  return known?.kind ?? { what: 'a zip archive', hint: unpackIt };
}

/** UTF-16 has its NULs at every other place; stray ones are few. */
function isFullOfNulls({ nulls: [even, odd], size }: ByteSurvey): boolean {
  return Math.min(even, odd) > size * 0.05;
}

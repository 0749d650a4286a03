/** What a library row says of its record, as people typed it. */
export interface LibraryFields {
  readonly artistName: string;
  readonly albumTitle: string;
  readonly format: string | null;
  readonly genre: string | null;
  readonly label: string | null;
  readonly year: number | null;
  readonly catalogNumber: string | null;
  readonly barcode: string | null;
  readonly shelfCode: string | null;
  readonly codeVolumeLetters: string | null;
  readonly albumArtist: string | null;
  readonly alternateArtistName: string | null;
  readonly legacyReleaseId: number | null;
  /** Whether it is filed as a compilation; null where the station does not say. */
  readonly isCompilation: boolean | null;
}

/** The longest text of a field, in UTF-16 units. */
export const LONGEST_TEXT = 2000;
const LARGEST_INTEGER = 2_147_483_647;

export type FieldFault =
  | 'no_artist'
  | 'no_title'
  | 'too_long'
  | 'bad_year'
  | 'bad_legacy_release_id'
  | 'control_characters';

/** A text in one Unicode form, without space around it and with single spaces within; null where nothing is left. */
export function tidyText(text: string | null | undefined): string | null {
  const tidy = (text ?? '').normalize('NFC').replace(/\s+/gu, ' ').trim();
  return tidy === '' ? null : tidy;
}

/** What is wrong with the fields of a row, first fault first; null where nothing is. */
export function findFieldFault(fields: Omit<LibraryFields, 'isCompilation'>): FieldFault | null {
  if (fields.artistName === '') return 'no_artist';
  if (fields.albumTitle === '') return 'no_title';
  const texts = Object.values(fields).filter((value) => typeof value === 'string');
  if (texts.some((text) => text.length > LONGEST_TEXT)) return 'too_long';
  // The database stores no NUL, and the others are no text.
  if (texts.some((text) => /\p{Cc}/u.test(text) || !text.isWellFormed())) return 'control_characters';
  if (fields.year !== null && !(Number.isInteger(fields.year) && fields.year >= 1000 && fields.year <= 9999))
    return 'bad_year';
  const legacy = fields.legacyReleaseId;
  if (legacy !== null && !(Number.isInteger(legacy) && Math.abs(legacy) <= LARGEST_INTEGER))
    return 'bad_legacy_release_id';
  return null;
}

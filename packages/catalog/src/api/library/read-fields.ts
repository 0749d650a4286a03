import type { LibraryRecordInput, LibraryRecordPatch } from '@deadwax/contract/catalog-schemas';
import { InvalidInputError } from '@deadwax/platform/http/errors';
import { type FieldFault, findFieldFault, type LibraryFields, tidyText } from '../../library/library-fields.ts';

/** Fields of the contract as the library keeps them; what is left out is null. */
export function readFields(input: LibraryRecordInput): LibraryFields {
  return {
    artistName: tidyText(input.artist_name) ?? '',
    albumTitle: tidyText(input.album_title) ?? '',
    format: tidyText(input.format),
    genre: tidyText(input.genre),
    label: tidyText(input.label),
    year: input.year ?? null,
    catalogNumber: tidyText(input.catalog_number),
    barcode: tidyText(input.barcode),
    shelfCode: tidyText(input.shelf_code),
    codeVolumeLetters: tidyText(input.code_volume_letters),
    albumArtist: tidyText(input.album_artist),
    alternateArtistName: tidyText(input.alternate_artist_name),
    legacyReleaseId: input.legacy_release_id ?? null,
    isCompilation: input.is_compilation ?? null,
  };
}

const names = {
  artist_name: 'artistName',
  album_title: 'albumTitle',
  format: 'format',
  genre: 'genre',
  label: 'label',
  year: 'year',
  catalog_number: 'catalogNumber',
  barcode: 'barcode',
  shelf_code: 'shelfCode',
  code_volume_letters: 'codeVolumeLetters',
  album_artist: 'albumArtist',
  alternate_artist_name: 'alternateArtistName',
  legacy_release_id: 'legacyReleaseId',
  is_compilation: 'isCompilation',
} as const satisfies Record<keyof LibraryRecordPatch, keyof LibraryFields>;

/** The fields that a patch names, over those that stand. */
export function patchFields(before: LibraryFields, patch: LibraryRecordPatch): LibraryFields {
  const changed = readFields({ artist_name: before.artistName, album_title: before.albumTitle, ...patch });
  const entries = (Object.keys(patch) as (keyof LibraryRecordPatch)[]).map((name) => {
    const field = names[name];
    return [field, changed[field]] as const;
  });
  return { ...before, ...Object.fromEntries(entries) };
}

const pointers: Readonly<Record<FieldFault, string>> = {
  no_artist: '/artist_name',
  no_title: '/album_title',
  too_long: '',
  bad_year: '/year',
  bad_legacy_release_id: '/legacy_release_id',
  control_characters: '',
};

/** Throws InvalidInputError where the library cannot keep the fields: names of space alone, above all. */
export function checkFields(fields: LibraryFields): void {
  const fault = findFieldFault(fields);
  if (fault !== null) throw new InvalidInputError([{ pointer: pointers[fault], message: fault.replaceAll('_', ' ') }]);
}

import type { LibraryFields } from '../../src/library/library-fields.ts';

/** A record of which only the names are known. */
export const fields: LibraryFields = {
  artistName: 'Stereolab',
  albumTitle: 'Dots and Loops',
  format: null,
  genre: null,
  label: null,
  year: null,
  catalogNumber: null,
  barcode: null,
  shelfCode: null,
  codeVolumeLetters: null,
  albumArtist: null,
  alternateArtistName: null,
  legacyReleaseId: null,
  isCompilation: null,
};

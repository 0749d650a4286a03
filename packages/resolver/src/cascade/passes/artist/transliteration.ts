import type { ArtistPass } from './artist-pass.ts';

/** Equal in Latin letters and without spaces: other scripts, look-alike letters, `ł`, `ø`, words run together. */
export const transliteration: ArtistPass = {
  name: 'transliteration',
  method: 'trigram',
  accepts: ({ level }) => level === 'loose',
};

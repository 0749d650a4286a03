import { type ArtistPass, asTyped, isOwnName } from './artist-pass.ts';

/** A spelling of the same artist: the source's own variations, credits as printed, sort names, headings equal but for punctuation. */
export const nameVariation: ArtistPass = {
  name: 'name_variation',
  method: 'name_variation',
  accepts: (name) => asTyped(name) && isOwnName(name),
};

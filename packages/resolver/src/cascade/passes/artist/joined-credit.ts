import { type ArtistPass, isOwnName } from './artist-pass.ts';

/** The names of a joint credit under another joiner (`A & B`, `A / B`, `A + B`, `A and B`), or words that were run together. */
export const joinedCredit: ArtistPass = {
  name: 'joined_credit',
  method: 'name_variation',
  accepts: (name) => name.level === 'equal' && name.rewriting === 'rejoined' && isOwnName(name),
};

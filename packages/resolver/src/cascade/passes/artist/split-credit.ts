import { type ArtistPass, isOwnName } from './artist-pass.ts';

/** One of the artists of a joint credit. */
export const splitCredit: ArtistPass = {
  name: 'split_credit',
  method: 'name_variation',
  accepts: (name) => name.level === 'equal' && name.rewriting === 'part' && isOwnName(name),
};

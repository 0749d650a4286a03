import { type ArtistPass, isOwnName } from './artist-pass.ts';

/** A person filed by surname: `Dylan, Bob`. */
export const invertedName: ArtistPass = {
  name: 'inverted_name',
  method: 'name_variation',
  accepts: (name) => name.level === 'equal' && name.rewriting === 'inverted' && isOwnName(name),
};

import { type ArtistPass, isOwnName } from './artist-pass.ts';

/** The main artist of a credit that names guests: `A feat. B`. */
export const guestsDropped: ArtistPass = {
  name: 'guests_dropped',
  method: 'name_variation',
  accepts: (name) => name.level === 'equal' && name.rewriting === 'without_guests' && isOwnName(name),
};

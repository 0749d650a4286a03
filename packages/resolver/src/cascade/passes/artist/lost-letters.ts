import { type ArtistPass, isOwnName } from './artist-pass.ts';

/** Equal but for letters that an exporter turned into question marks. */
export const lostLetters: ArtistPass = {
  name: 'lost_letters',
  method: 'trigram',
  accepts: (name) => name.level === 'lost_letters' && isOwnName(name),
};

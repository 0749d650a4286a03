import type { ArtistPass } from './artist-pass.ts';

/** Equal but for letters that an exporter turned into question marks. */
export const lostLetters: ArtistPass = {
  name: 'lost_letters',
  method: 'trigram',
  accepts: ({ level }) => level === 'lost_letters',
};

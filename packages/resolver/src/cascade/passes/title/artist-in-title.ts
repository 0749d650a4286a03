import type { TitlePass } from './title-pass.ts';

/** Equal once the artist's name is put to the title or taken from it: `II` and `Led Zeppelin II`. */
export const artistInTitle: TitlePass = {
  name: 'with_artist',
  method: 'name_variation',
  accepts: ({ level, rewriting }) =>
    level === 'equal' && (rewriting === 'with_artist' || rewriting === 'without_artist'),
};

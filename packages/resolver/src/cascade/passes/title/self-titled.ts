import type { TitlePass } from './title-pass.ts';

/** `s/t`: the album bears the artist's name. */
export const selfTitled: TitlePass = {
  name: 'self_titled',
  method: 'exact_match',
  accepts: ({ level, rewriting }) => level === 'equal' && rewriting === 'self_titled',
};

import type { TitlePass } from './title-pass.ts';

/** Equal to what stands before the subtitle. */
export const mainTitle: TitlePass = {
  name: 'main_title',
  method: 'trigram',
  accepts: ({ level, rewriting }) => level === 'equal' && rewriting === 'main_title',
};

import type { TitlePass } from './title-pass.ts';

/** Equal without what names an edition, a carrier or a guest; numbers of a series in one spelling, words set apart. */
export const editionSuffix: TitlePass = {
  name: 'edition_suffix',
  method: 'name_variation',
  accepts: ({ level, rewriting }) =>
    level === 'equal' && (rewriting === 'without_edition' || rewriting === 'respelled'),
};

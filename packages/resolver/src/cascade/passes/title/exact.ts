import { asTyped, type TitlePass } from './title-pass.ts';

/** Spelled the same, marks and case aside. */
export const exact: TitlePass = {
  name: 'exact',
  method: 'exact_match',
  accepts: (title) => asTyped(title) && title.spelledSame,
};

/** Equal once brackets, articles and punctuation are gone. */
export const equalKey: TitlePass = { name: 'equal_key', method: 'exact_match', accepts: asTyped };

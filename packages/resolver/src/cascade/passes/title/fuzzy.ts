import type { TextLevel } from '@deadwax/linkage/compare/compare-keys';
import type { TitlePass } from './title-pass.ts';

const like = (name: string, level: TextLevel): TitlePass => ({
  name,
  method: 'trigram',
  accepts: (title) => title.level === level,
});

/** Equal in Latin letters and without spaces. */
export const transliteration = like('transliteration', 'loose');
/** Equal but for letters that an exporter turned into question marks. */
export const lostLetters = like('lost_letters', 'lost_letters');
/** Alike letter by letter or word by word; each level is weighed on its own. */
export const fuzzyPasses: readonly TitlePass[] = (
  ['rewritten', 'one_edit', 'reordered', 'two_edits', 'very_close', 'close', 'begun', 'contained', 'near'] as const
).map((level) => like(level, level));

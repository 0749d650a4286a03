import { collapseSpaces } from './spaces.ts';
import { storageFormOfAnyScript } from './storage-form.ts';

/** A Latin or Greek base (blanks, digits and signs below U+0250 count) and the marks on it. */
const MARKED_BASE =
  /([\p{ASCII}\u{80}-\u{24F}\u{370}-\u{3FF}\u{1E00}-\u{1FFF}\u{2C60}-\u{2C7F}\u{A720}-\u{A7FF}\u{AB30}-\u{AB6F}])\p{M}+/gu;
const FOLDED = /[ςæœ]/g;
const TO_FOLD = /[ςæœ]/;
const FOLD: Record<string, string> = { ς: 'σ', æ: 'ae', œ: 'oe' };
const FORMAT_EXCEPT_JOINER = /(?!\u{200D})\p{Cf}/gu;

const BEYOND_ASCII = /[\u0080-\uFFFF]/;
const MARK = /\p{M}/u;
const FORMAT = /\p{Cf}/u;

/**
 * The form names are compared in: lower case, diacritics gone from Latin and Greek only (ё and й are letters),
 * format characters gone but the joiner of emoji.
 */
export function matchForm(text: string): string {
  return BEYOND_ASCII.test(text) ? knownForm(text) : collapseSpaces(text.toLowerCase());
}

/** A row asks for the forms of the same few texts again and again. */
const MOST_KNOWN = 2000;
const known = new Map<string, string>();

function knownForm(text: string): string {
  const before = known.get(text);
  if (before !== undefined) return before;
  if (known.size >= MOST_KNOWN) known.clear();
  const form = matchFormOfAnyScript(text);
  known.set(text, form);
  return form;
}

/** The rule in full, without the short cut for ASCII. */
export function matchFormOfAnyScript(text: string): string {
  // Lower-casing in context turns only Σ into ς at the end of words, and the fold below makes that σ again.
  const lower = storageFormOfAnyScript(text).normalize('NFKC').toLowerCase();
  const apart = lower.normalize('NFD');
  const bare = (MARK.test(apart) ? apart.replace(MARKED_BASE, '$1') : apart).normalize('NFC');
  const folded = TO_FOLD.test(bare) ? bare.replace(FOLDED, (character) => FOLD[character] ?? character) : bare;
  return collapseSpaces(FORMAT.test(folded) ? folded.replace(FORMAT_EXCEPT_JOINER, '') : folded);
}

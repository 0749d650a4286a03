import { collapseSpaces } from './spaces.ts';
import { storageFormOfAnyScript } from './storage-form.ts';

/** A Latin or Greek base (blanks, digits and signs below U+0250 count) and the marks on it. */
const MARKED_BASE =
  /([\p{ASCII}\u{80}-\u{24F}\u{370}-\u{3FF}\u{1E00}-\u{1FFF}\u{2C60}-\u{2C7F}\u{A720}-\u{A7FF}\u{AB30}-\u{AB6F}])\p{M}+/gu;
const FOLDED = /[ςæœ]/g;
const FOLD: Record<string, string> = { ς: 'σ', æ: 'ae', œ: 'oe' };
const FORMAT_EXCEPT_JOINER = /(?!\u{200D})\p{Cf}/gu;

const SPACE = 0x20;

/**
 * The form names are compared in: lower case, diacritics gone from Latin and Greek only (ё and й are letters),
 * format characters gone but the joiner of emoji.
 */
export function matchForm(text: string): string {
  let hasUpper = false;
  let hasLooseSpace = false;
  let previous = SPACE;
  for (let i = 0; i < text.length; i += 1) {
    const code = text.charCodeAt(i);
    if (code >= 0x80) return matchFormOfAnyScript(text);
    if (code === SPACE) hasLooseSpace ||= previous === SPACE;
    else if (code >= 0x41 && code <= 0x5a) hasUpper = true;
    previous = code;
  }
  hasLooseSpace ||= previous === SPACE;
  const lower = hasUpper ? text.toLowerCase() : text;
  return hasLooseSpace ? collapseSpaces(lower) : lower;
}

/** The rule in full, without the short cut for ASCII. */
export function matchFormOfAnyScript(text: string): string {
  // Lower-casing in context turns only Σ into ς at the end of words, and the fold below makes that σ again.
  const lower = storageFormOfAnyScript(text).normalize('NFKC').toLowerCase();
  const bare = lower.normalize('NFD').replace(MARKED_BASE, '$1').normalize('NFC');
  const folded = bare.replace(FOLDED, (character) => FOLD[character] ?? character);
  return collapseSpaces(folded.replace(FORMAT_EXCEPT_JOINER, ''));
}

import anyAscii from 'any-ascii';
import { isAscii } from './ascii.ts';
import { matchForm } from './match-form.ts';
import { collapseSpaces } from './spaces.ts';

const HAN = /\p{Script=Han}/u;

/** A romanisation for last-resort matching: `молчат` as `molchat`, `北京` as `bei jing`. May be empty. */
export function asciiForm(text: string): string {
  const match = matchForm(text);
  if (isAscii(match)) return match;
  const romanised = match.replace(/\p{So}/gu, '').replace(/\P{ASCII}/gu, romanise);
  return collapseSpaces(romanised.toLowerCase());
}

function romanise(character: string): string {
  if (character === 'ё' || character === 'Ё') return 'yo';
  const ascii = anyAscii(character);
  // Each ideograph is a syllable of its own and reads as a word.
  return HAN.test(character) ? `${ascii} ` : ascii;
}

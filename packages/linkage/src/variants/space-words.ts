import { isAscii } from '../normalise/ascii.ts';

/** Parts words that were run together, where capitals show it: `TheBeat` → `The Beat`. */
export function spaceWords(text: string): string {
  if (isAscii(text) && !/[a-z][A-Z][a-z]/.test(text)) return text;
  return text.replace(/(?<=\p{Ll})(?=\p{Lu}\p{Ll})/gu, ' ');
}

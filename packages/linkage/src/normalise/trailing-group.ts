import { trimWhiteSpaceEnd } from './spaces.ts';

export interface TrailingGroup {
  /** What stands before the group, trimmed on the right. Never empty. */
  readonly stem: string;
  /** What the brackets hold. */
  readonly content: string;
}

/** The one balanced `(…)` or `[…]` that ends the text, or null when there is none or nothing would remain without it. */
export function findTrailingGroup(text: string): TrailingGroup | null {
  const closer = text.charAt(text.length - 1);
  if (closer !== ')' && closer !== ']') return null;
  const opener = closer === ')' ? '(' : '[';
  let depth = 0;
  for (let i = text.length - 1; i > 0; i -= 1) {
    const character = text.charAt(i);
    if (character === closer) depth += 1;
    else if (character === opener) depth -= 1;
    if (depth > 0) continue;
    const stem = trimWhiteSpaceEnd(text.slice(0, i));
    return stem === '' ? null : { stem, content: text.slice(i + 1, -1) };
  }
  return null;
}

export function stripTrailingGroup(text: string): string {
  return findTrailingGroup(text)?.stem ?? text;
}

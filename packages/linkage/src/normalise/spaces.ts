const SPACE = 0x20;

const LOOSE = /^ | $| {2}/;

/** Runs of U+0020 become one and the ends lose theirs. Tabs and every other white space stay. */
export function collapseSpaces(text: string): string {
  if (!LOOSE.test(text)) return text;
  return text.replace(/^ +| +$|( ) +/g, '$1');
}

/** Trims U+0020 and nothing else. */
export function trimSpaces(text: string): string {
  let start = 0;
  let end = text.length;
  while (start < end && text.charCodeAt(start) === SPACE) start += 1;
  while (end > start && text.charCodeAt(end - 1) === SPACE) end -= 1;
  return start === 0 && end === text.length ? text : text.slice(start, end);
}

/** Unicode White_Space, which differs from `\s` (U+0085 is in, U+FEFF is out). */
export function isWhiteSpace(code: number): boolean {
  if (code < 0x80) return code === SPACE || (code >= 0x09 && code <= 0x0d);
  if (code === 0x85 || code === 0xa0 || code === 0x1680 || code === 0x3000) return true;
  return (code >= 0x2000 && code <= 0x200a) || (code >= 0x2028 && code <= 0x2029) || code === 0x202f || code === 0x205f;
}

/** Trims Unicode white space on the right. A loop, because `\s+$` is quadratic on long inner runs. */
export function trimWhiteSpaceEnd(text: string): string {
  let end = text.length;
  while (end > 0 && isWhiteSpace(text.charCodeAt(end - 1))) end -= 1;
  return end === text.length ? text : text.slice(0, end);
}

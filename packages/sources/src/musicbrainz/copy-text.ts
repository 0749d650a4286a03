/** The text form of PostgreSQL's COPY, one field at a time: rows are split at TAB before a field is read. */

const ESCAPE = /\\(?:([0-7]{1,3})|x([0-9A-Fa-f]{1,2})|([\s\S]))/g;

const LETTERS: Readonly<Record<string, string>> = { b: '\b', f: '\f', n: '\n', r: '\r', t: '\t', v: '\v' };

/** A field's text, or null for `\N`. A NUL, which PostgreSQL's text cannot hold, becomes U+FFFD. */
export function parseCopyField(raw: string): string | null {
  if (!raw.includes('\\')) return raw;
  if (raw === '\\N') return null;
  if (/\\[0-7x]/.test(raw)) return unescapeBytes(raw).replaceAll('\0', '\uFFFD');
  return raw.replace(ESCAPE, (_, _octal, _hex, letter: string) => LETTERS[letter] ?? letter);
}

/** `\ooo` and `\xhh` name bytes, several of which may make one character. */
function unescapeBytes(raw: string): string {
  const parts: Buffer[] = [];
  let from = 0;
  for (const match of raw.matchAll(ESCAPE)) {
    const [whole, octal, hex, letter = ''] = match;
    parts.push(Buffer.from(raw.slice(from, match.index)));
    if (octal !== undefined) parts.push(Buffer.of(Number.parseInt(octal, 8) & 0xff));
    else if (hex !== undefined) parts.push(Buffer.of(Number.parseInt(hex, 16)));
    else parts.push(Buffer.from(LETTERS[letter] ?? letter));
    from = match.index + whole.length;
  }
  parts.push(Buffer.from(raw.slice(from)));
  return Buffer.concat(parts).toString('utf8');
}

/** Writes a field as COPY does. */
export function formatCopyField(value: string | null): string {
  if (value === null) return '\\N';
  return value.replace(/[\\\b\f\n\r\t\v]/g, (character) => {
    const letter = Object.keys(LETTERS).find((key) => LETTERS[key] === character);
    return `\\${letter ?? character}`;
  });
}

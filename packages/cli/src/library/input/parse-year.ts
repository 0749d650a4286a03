const year = /(?<!\d)(1[89]\d{2}|20\d{2})(?!\d)/;
const compactDate = /^(1[89]\d{2}|20\d{2})[01]\d[0-3]\d$/;

/**
 * The first year of sound recording that a text holds, or null.
 *
 * | text | year |
 * |---|---|
 * | `1999-03-00` | 1999 |
 * | `12/05/1987` | 1987 |
 * | `© 1977` | 1977 |
 * | `19770512` | 1977 |
 * | `77`, `0`, `3000` | none |
 */
export function parseYear(text: string): number | null {
  const plain = text.normalize('NFKC').trim();
  const found = compactDate.exec(plain) ?? year.exec(plain);
  return found ? Number(found[1]) : null;
}

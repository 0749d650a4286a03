const NOT_GIVEN = /^(?:the|a|an|jr|sr|junior|senior|ii|iii|iv|inc|ltd|and|&|los|las|les|le|la|el|die|der|das)\.?$/iu;
const JOINER = /\s(?:&|and|\+|y|et|und|with|featuring|feat\.?|,)\s/iu;

const words = (text: string): string[] => text.trim().split(/\s+/u).filter(Boolean);

/**
 * A name filed by surname, the other way round: `Dylan, Bob` → `Bob Dylan`; `Marley, Bob & The Wailers` → `Bob Marley & The
 * Wailers`. Null unless there is one comma between parts of one to three words that can be a surname and given names.
 */
export function invertName(name: string): string | null {
  if (!name.includes(',')) return null;
  const parts = name.split(',');
  const [left, right] = [parts[0]?.trim() ?? '', parts[1]?.trim() ?? ''];
  if (/\d,\d/.test(name)) return null;
  if (parts.length !== 2 || left === '' || right === '' || JOINER.test(` ${left} `)) return null;
  const joiner = JOINER.exec(right);
  const given = joiner ? right.slice(0, joiner.index) : right;
  const rest = joiner ? right.slice(joiner.index) : '';
  if (words(left).length > 3 || words(given).length > 3 || words(given).length === 0) return null;
  if (words(given).some((word) => NOT_GIVEN.test(word)) && words(given).length === 1) return null;
  return `${given} ${left}${rest}`;
}

/** A name the way a shelf files it: `Bob Dylan` → `Dylan, Bob`'s key order. Null for one word, or for more than four. */
export function rotateName(key: string): string | null {
  const parts = key.split(' ');
  if (parts.length < 2 || parts.length > 4) return null;
  return [parts.at(-1), ...parts.slice(0, -1)].join(' ');
}

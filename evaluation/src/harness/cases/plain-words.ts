import anyAscii from 'any-ascii';

const NUMBERS: Readonly<Record<string, string>> = {
  one: '1',
  two: '2',
  three: '3',
  four: '4',
  five: '5',
  six: '6',
  seven: '7',
  eight: '8',
  nine: '9',
  ten: '10',
  i: '1',
  ii: '2',
  iii: '3',
  iv: '4',
  vi: '6',
  vii: '7',
  viii: '8',
  ix: '9',
};
const SMALL = new Set(['the', 'a', 'an', 'and', 'of', 'in', 'vol', 'volume', 'v', 'part', 'pt']);

/** Words of a text with everything a reader sees through taken away: script, marks, case, how numbers are written. */
export function plainWords(text: string): string[] {
  const words = anyAscii(text.normalize('NFKC'))
    .toLowerCase()
    .replace(/['’]/g, '')
    .split(/[^a-z0-9]+/)
    .filter(Boolean)
    .map((word) => NUMBERS[word] ?? word);
  const telling = words.filter((word) => !SMALL.has(word));
  if (telling.length > 0) return telling;
  return words.length > 0 ? words : [text.trim()];
}

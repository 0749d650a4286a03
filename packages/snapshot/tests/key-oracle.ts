import { editsOf, keyFiling, wordFiling } from '../src/index/filings.ts';

/** What the index promises, told by looking at every key: slow, and plain. */

/** Edits between two texts in letters, neighbours swapped counting one: the whole table of the alignment. */
export function countEdits(a: string, b: string): number {
  const [left, right] = [[...a], [...b]];
  const table = left.concat('').map((_, row) => right.concat('').map((__, column) => (row === 0 ? column : row)));
  for (let row = 1; row <= left.length; row += 1) {
    for (let column = 1; column <= right.length; column += 1) {
      const same = left[row - 1] === right[column - 1];
      let edits = Math.min(table[row - 1]![column - 1]! + (same ? 0 : 1), table[row - 1]![column]! + 1);
      edits = Math.min(edits, table[row]![column - 1]! + 1);
      const swapped =
        row > 1 && column > 1 && left[row - 1] === right[column - 2] && left[row - 2] === right[column - 1];
      if (swapped) edits = Math.min(edits, table[row - 2]![column - 2]! + 1);
      table[row]![column] = edits;
    }
  }
  return table[left.length]![right.length]!;
}

const known = new Map<string, boolean>();

/** Whether a word of the list may be meant by a typed one. */
function isLikeWord(listed: string, typed: string): boolean {
  const pair = `${listed} ${typed}`;
  const isLike =
    known.get(pair) ?? (listed === typed || countEdits(listed, typed) <= editsOf(wordFiling, [...listed].length));
  known.set(pair, isLike);
  return isLike;
}

/** Whether a key shares a word with a typed one: to the letter, by slips, or two typed words run together. */
export function sharesWord(listed: string, typed: string): boolean {
  const words = typed.split(' ');
  return listed
    .split(' ')
    .some((each) => words.some((word) => isLikeWord(each, word)) || pairsOf(typed).includes(each));
}

/** Whether it does so to the letter, or by two typed words run together. */
export function sharesExactWord(listed: string, typed: string): boolean {
  const words = [...typed.split(' '), ...pairsOf(typed)];
  return listed.split(' ').some((each) => words.includes(each));
}

/** Edits of a key that is near, else Infinity. */
export function nearness(listed: string, typed: string): number {
  if (listed === typed) return 0;
  if (Math.abs(listed.length - typed.length) > 4) return Number.POSITIVE_INFINITY;
  const edits = countEdits(listed, typed);
  return edits <= editsOf(keyFiling, [...listed].length) ? edits : Number.POSITIVE_INFINITY;
}

/** Whether another key has all the typed words, in whatever order, and perhaps more. */
export function hasAllWords(listed: string, typed: string): boolean {
  const words = new Set(listed.split(' '));
  return listed !== typed && typed.split(' ').every((word) => words.has(word));
}

function pairsOf(typed: string): string[] {
  const words = typed.split(' ');
  return words.slice(1).map((word, place) => `${words[place]}${word}`);
}

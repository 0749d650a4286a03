import { isAscii } from '../normalise/ascii.ts';
import { looseKey } from '../normalise/loose-key.ts';
import { editDistance } from './edit-distance.ts';
import { equalButLostLetters, LOST_LETTER } from './lost-letters.ts';
import { numbersOf, numeralForm } from './numerals.ts';
import { similarity } from './similarity.ts';

/** How alike two keys are, closest first. */
export const textLevels = [
  'equal',
  'rewritten',
  'loose',
  'lost_letters',
  'one_edit',
  'reordered',
  'two_edits',
  'very_close',
  'close',
  'begun',
  'contained',
  'near',
  'overlapping',
  'different',
] as const;

export type TextLevel = (typeof textLevels)[number];

export interface TextComparison {
  readonly level: TextLevel;
  /** 0 to 1. */
  readonly similarity: number;
}

const VERY_CLOSE = 0.92;
const CLOSE = 0.85;
const NEAR = 0.72;
/** Fewer Latin letters than this stand for too many names of another script. */
const SHORTEST_LOOSE = 4;
const DIFFERENT: TextComparison = { level: 'different', similarity: 0 };
const SMALL_WORDS = new Set('and the a an of in on for to with his her le la les el los und y et de'.split(' '));

/**
 * Compares two blocking keys. Numbers must be equal for anything closer than `different`. The shorter a text, the less it
 * may differ: three letters and fewer not at all, five and fewer by one letter that is not the first.
 */
export function compareKeys(a: string, b: string): TextComparison {
  if (a === b) return { level: a === '' ? 'different' : 'equal', similarity: a === '' ? 0 : 1 };
  if (a === '' || b === '') return DIFFERENT;
  // In another script a name may be twice as long.
  if (isHopeless(a, b) && (isAscii(a) === isAscii(b) || looseKey(a) !== looseKey(b))) return DIFFERENT;
  if (a.includes(LOST_LETTER) && equalButLostLetters(a, b)) return { level: 'lost_letters', similarity: 0.97 };
  const loose = looseKey(a);
  if (loose === looseKey(b)) return loose.length < SHORTEST_LOOSE ? DIFFERENT : { level: 'loose', similarity: 0.98 };
  const [x, y] = [numeralForm(a), numeralForm(b)];
  if (x === y) return { level: 'rewritten', similarity: 0.99 };
  if (numbersOf(a) !== numbersOf(b) || hasOtherInitials(a, b)) return DIFFERENT;
  return compareSpelling(x, y);
}

/** `john c johnson` is no `john l johnson`: where both have single letters, these must be the same. */
function hasOtherInitials(a: string, b: string): boolean {
  const [left, right] = [a, b].map((key) =>
    key
      .split(' ')
      .filter((word) => /^[b-z]$/.test(word))
      .join(' '),
  );
  return left !== '' && right !== '' && left !== right;
}

function compareSpelling(a: string, b: string): TextComparison {
  const longest = Math.max(a.length, b.length);
  const edits = editDistance(a, b, 2);
  if (edits === 1 && mayHaveOneEdit(a, b, longest)) return { level: 'one_edit', similarity: 1 - 1 / longest };
  if (content(a).join(' ') === content(b).join(' ') && content(a).length > 1)
    return { level: 'rewritten', similarity: 0.97 };
  if (sortedWords(a) === sortedWords(b)) {
    // Two words the other way round are another title as often as the same.
    return a.split(' ').length > 2 ? { level: 'reordered', similarity: 0.95 } : { level: 'near', similarity: 0.8 };
  }
  if (edits === 2 && longest >= 7) return { level: 'two_edits', similarity: 1 - 2 / longest };
  const alike = similarity(a, b);
  if (isBegun(a, b)) return { level: 'begun', similarity: alike };
  // A whole word more or less is another matter than slips: it may be all that tells two albums apart.
  if (isContained(a, b)) return { level: 'contained', similarity: alike };
  if (alike >= VERY_CLOSE && longest >= 12) return { level: 'very_close', similarity: alike };
  if (alike >= CLOSE && longest >= 7) return { level: 'close', similarity: alike };
  if (alike >= NEAR && longest >= 7) return { level: 'near', similarity: alike };
  return { level: sharedWords(a, b).length > 0 ? 'overlapping' : 'different', similarity: alike };
}

function mayHaveOneEdit(a: string, b: string, longest: number): boolean {
  return longest >= 6 || (longest >= 4 && a.charAt(0) === b.charAt(0));
}

/** Cheap: texts of very different length with no word in common are not compared letter by letter. */
function isHopeless(a: string, b: string): boolean {
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  if (short.length * 2 > long.length) return false;
  return !short.split(' ').some((word) => word.length > 1 && ` ${long} `.includes(` ${word} `));
}

function sortedWords(key: string): string {
  return key.split(' ').sort().join(' ');
}

/** Whether a long text lacks only a word or two at the end of the other: cut short, or typed from memory. */
function isBegun(start: string, whole: string): boolean {
  const count = start.split(' ').length;
  return count >= 4 && whole.startsWith(`${start} `) && whole.split(' ').length - count <= 2;
}

/** Whether every word of one stands in the other, small words aside, and at least one is a name by itself. */
function isContained(a: string, b: string): boolean {
  const [left, right] = [content(a), content(b)];
  const [few, many] = left.length <= right.length ? [left, right] : [right, left];
  if (few.length === 0 || few.length === many.length) return false;
  if (!few.some((word) => word.length >= 3 || !/^[a-z0-9]*$/.test(word))) return false;
  const free = [...many];
  return few.every((word) => {
    const place = free.findIndex((each) => each === word || (word.length >= 6 && editDistance(each, word, 1) <= 1));
    if (place < 0) return false;
    free.splice(place, 1);
    return true;
  });
}

/** Words of four letters and more that both keys hold. */
export function sharedWords(a: string, b: string): string[] {
  const other = new Set(content(b));
  return content(a).filter((word) => (word.length >= 4 || !/^[a-z0-9]*$/.test(word)) && other.has(word));
}

function content(key: string): string[] {
  return key.split(' ').filter((word) => !SMALL_WORDS.has(word));
}

import { isAscii } from '../normalise/ascii.ts';
import { editDistance } from './edit-distance.ts';
import { formsOf, formsOfCompared, type KeyForms } from './key-forms.ts';
import { equalButLostLetters, LOST_LETTER } from './lost-letters.ts';
import { similarity, similarityFrom } from './similarity.ts';
import { areFarApart } from './tell-apart.ts';

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
  /** 0 to 1; 0 for keys that share a word at most. */
  readonly similarity: number;
}

const VERY_CLOSE = 0.92;
const CLOSE = 0.85;
const NEAR = 0.72;
/** Fewer Latin letters than this stand for too many names of another script. */
const SHORTEST_LOOSE = 4;
const DIFFERENT: TextComparison = { level: 'different', similarity: 0 };

/**
 * Compares two blocking keys. Numbers must be equal for anything closer than `different`. The shorter a text, the less it
 * may differ: three letters and fewer not at all, five and fewer by one letter that is not the first.
 */
export function compareKeys(a: string, b: string): TextComparison {
  if (a === b) return { level: a === '' ? 'different' : 'equal', similarity: a === '' ? 0 : 1 };
  if (a === '' || b === '') return DIFFERENT;
  const { letters } = formsOfCompared(a);
  return letters !== null && areFarApart(letters, b) ? DIFFERENT : compareInFull(a, b);
}

/** The rule without the short cut for keys that are far apart. */
export function compareInFull(a: string, b: string): TextComparison {
  // In another script a name may be twice as long.
  if (isHopeless(a, b) && (isAscii(a) === isAscii(b) || formsOf(a).loose !== formsOf(b).loose)) return DIFFERENT;
  const [left, right] = [formsOf(a), formsOf(b)];
  if (a.includes(LOST_LETTER) && equalButLostLetters(a, b)) return { level: 'lost_letters', similarity: 0.97 };
  if (left.loose === right.loose)
    return left.loose.length < SHORTEST_LOOSE ? DIFFERENT : { level: 'loose', similarity: 0.98 };
  if (left.numeral === right.numeral) return { level: 'rewritten', similarity: 0.99 };
  if (left.numbers !== right.numbers || hasOtherInitials(left, right)) return DIFFERENT;
  return compareSpelling(left.numeral, right.numeral);
}

/** `john c johnson` is no `john l johnson`: where both have single letters, these must be the same. */
function hasOtherInitials(left: KeyForms, right: KeyForms): boolean {
  return left.initials !== '' && right.initials !== '' && left.initials !== right.initials;
}

function compareSpelling(a: string, b: string): TextComparison {
  const longest = Math.max(a.length, b.length);
  const edits = editDistance(a, b, 2);
  if (edits === 1 && mayHaveOneEdit(a, b, longest)) return { level: 'one_edit', similarity: 1 - 1 / longest };
  const [left, right] = [formsOf(a), formsOf(b)];
  if (left.contentText === right.contentText && left.content.length > 1)
    return { level: 'rewritten', similarity: 0.97 };
  if (left.sorted === right.sorted) {
    // Two words the other way round are another title as often as the same.
    return left.words.length > 2 ? { level: 'reordered', similarity: 0.95 } : { level: 'near', similarity: 0.8 };
  }
  if (edits === 2 && longest >= 7) return { level: 'two_edits', similarity: 1 - 2 / longest };
  if (isBegun(a, b)) return { level: 'begun', similarity: similarity(a, b) };
  // A whole word more or less is another matter than slips: it may be all that tells two albums apart.
  if (isContained(a, b)) return { level: 'contained', similarity: similarity(a, b) };
  const alike = similarityFrom(NEAR, a, b);
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

/** Whether a long text lacks only a word or two at the end of the other: cut short, or typed from memory. */
function isBegun(start: string, whole: string): boolean {
  if (!whole.startsWith(start) || whole.charAt(start.length) !== ' ') return false;
  const count = formsOf(start).words.length;
  return count >= 4 && formsOf(whole).words.length - count <= 2;
}

/** Whether every word of one stands in the other, small words aside, and at least one is a name by itself. */
function isContained(a: string, b: string): boolean {
  const [left, right] = [formsOf(a).content, formsOf(b).content];
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
  const other = new Set(formsOf(b).content);
  return formsOf(a).content.filter((word) => (word.length >= 4 || !/^[a-z0-9]*$/.test(word)) && other.has(word));
}

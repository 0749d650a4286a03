import type { LikeWords } from './like-words.ts';
import type { PostingLists } from './posting-lists.ts';
import type { TypedKey, TypedWord } from './typed-key.ts';

/** Shares of a bit that a weight is counted in, so that sums are whole numbers. */
const PARTS = 16;
/** Lists of a choice, the longest, that are looked into one by one. */
const ASKED = 3;

/** The keys that hold one word. */
export interface WordList {
  readonly word: number;
  readonly size: number;
  /** Whether its keys are among the candidates. */
  isRead: boolean;
  /** Candidates up to here have been looked for in it. */
  asked: number;
}

/** What a typed word may stand for: the word itself, or those it is a slip away from. */
export interface Choice {
  readonly bit: number;
  readonly typed: TypedWord | null;
  /** The word itself where the list has it, else -1. */
  readonly exact: number;
  lists: WordList[];
  /** Whether like words are among them. */
  isWide: boolean;
  /** Keys under all of them. */
  size: number;
  /** The rarer, the more it says that a key shares it. */
  weight: number;
}

export interface WordIndex {
  readonly words: LikeWords;
  readonly postings: PostingLists;
  readonly keys: number;
}

const joined = new Uint8Array(1 << 14);

/** A choice for each typed word and, as they may belong together, for each two neighbours; those of a word come first. */
export function makeChoices(typed: TypedKey, index: WordIndex): Choice[] {
  const choices: Choice[] = [];
  for (const word of typed.words) {
    const exact = index.words.findBytes(typed.bytes, word.byteStart, word.byteEnd);
    choices.push(makeChoice(choices.length, { typed: word, exact }, index));
  }
  for (let at = 1; at < typed.sequence.length; at += 1) {
    const pair = findPair(typed, at, index);
    if (pair >= 0) choices.push(makeChoice(choices.length, { typed: null, exact: pair }, index));
  }
  return choices;
}

/** Adds like words to those the list does not have; where it has all, to the rarest, which is the likeliest to be a slip. */
export function widenLikeliest(choices: readonly Choice[], typed: TypedKey, index: WordIndex): void {
  let rarest: Choice | null = null;
  let areKnown = true;
  for (const choice of choices) {
    if (choice.typed === null) continue;
    if (choice.exact < 0) {
      areKnown = false;
      widenChoice(choice, typed, index);
    } else if (rarest === null || choice.size < rarest.size) rarest = choice;
  }
  if (areKnown && rarest !== null) widenChoice(rarest, typed, index);
}

/** Adds the words that the typed one is a slip away from. */
export function widenChoice(choice: Choice, { points }: TypedKey, index: WordIndex): void {
  if (choice.typed === null || choice.isWide) return;
  choice.isWide = true;
  for (const word of index.words.findLike(points, choice.typed.start, choice.typed.end))
    if (word !== choice.exact) choice.lists.push(makeList(word, index.postings));
  weighChoice(choice, index.keys);
}

function makeChoice(
  place: number,
  { typed, exact }: { typed: TypedWord | null; exact: number },
  { postings, keys }: WordIndex,
): Choice {
  const lists = exact < 0 ? [] : [makeList(exact, postings)];
  const choice: Choice = { bit: 1 << place, typed, exact, lists, isWide: false, size: 0, weight: 0 };
  weighChoice(choice, keys);
  return choice;
}

function makeList(word: number, postings: PostingLists): WordList {
  return { word, size: postings.sizeOf(word), isRead: false, asked: 0 };
}

function weighChoice(choice: Choice, keys: number): void {
  let size = 0;
  for (const list of choice.lists) size += list.size;
  choice.size = size;
  choice.weight = size === 0 ? 0 : Math.round(PARTS * Math.log2(1 + keys / size));
}

/** The word that the typed word at a place and the one before it make together, or -1. */
function findPair({ sequence, bytes }: TypedKey, at: number, index: WordIndex): number {
  const [first, second] = [sequence[at - 1] as TypedWord, sequence[at] as TypedWord];
  let length = 0;
  for (const { byteStart, byteEnd } of [first, second])
    for (let from = byteStart; from < byteEnd; from += 1) joined[length++] = bytes[from] as number;
  return index.words.findBytes(joined, 0, length);
}

/** The longest lists of a choice that were not read. */
export function unread({ lists }: Choice): WordList[] {
  const left = lists.filter(({ isRead }) => !isRead);
  if (left.length <= ASKED) return left;
  return left.sort((a, b) => b.size - a.size || a.word - b.word).slice(0, ASKED);
}

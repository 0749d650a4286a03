import { distanceWithin } from './bounded-distance.ts';
import { Candidates, FAR } from './candidates.ts';
import { decodePoints, mayBeWithin } from './code-points.ts';
import { seek } from './posting-lists.ts';
import { rankCandidates } from './rank-candidates.ts';
import { tryWhole } from './try-whole.ts';
import { TypedKey } from './typed-key.ts';
import {
  type Choice,
  makeChoices,
  type SearchedKeys,
  unread,
  type WordList,
  widenChoice,
  widenRarest,
} from './word-choices.ts';

/** What reading lists may cost: postings, and for each list as many as finding it takes. */
const READ_FIRST = 1_500;
const READ_MORE = 2_500;
const READ_MOST = 4_000;
const LIST_COST = 16;
/** A list so short is read before longer ones are put in order. */
const SHORT = 64;
/** Longest list that is gone through for keys within two edits, and longest that is met with another. */
const SCAN_MOST = 60_000;
const MEET_MOST = 60_000;
/** Letters by which the keys that two common words lead to may differ in length: a word or two. */
const WORD_OR_TWO = 14;

const typed = new TypedKey();
const candidates = new Candidates();
const listed = { points: new Uint32Array(1024), start: 0, end: 0 };

/**
 * Keys that share words with this one, at most `most`. First the lists of its rarest words are read, as far as that is cheap;
 * then those of words that the rarest may be a slip for, of keys that have two common words, and of all words that may be
 * meant. Each is done only where the keys found so far may not be what was meant.
 */
export function findSimilarKeys(key: string, most: number, index: SearchedKeys): number[] {
  if (most <= 0 || !typed.read(key)) return [];
  candidates.clear();
  const search = new Search(index);
  search.read(READ_FIRST);
  if (!search.isSettled('known words')) search.widenRarest();
  if (!search.isSettled('rarest word')) search.meetCommon();
  if (!search.isSettled('rarest word')) search.widen();
  if (!search.isSettled('all words')) search.scanCommon();
  return rankCandidates(candidates, { length: typed.length, longest: index.postings.longest }, most);
}

/** How far a search has looked. */
type Reach = 'known words' | 'rarest word' | 'all words';

class Search {
  readonly #index: SearchedKeys;
  readonly #choices: readonly Choice[];
  readonly #allWords: number;
  readonly #limit: number;
  #cost = 0;
  #compared = 0;

  constructor(index: SearchedKeys) {
    this.#index = index;
    this.#choices = makeChoices(typed, index);
    this.#allWords = 2 ** typed.words.length - 1;
    this.#limit = editsOfKey(typed.length);
  }

  /** Reads lists, those of the rarest choice first, while the cost stays in bounds. */
  read(bound: number): void {
    const ordered = this.#choices.toSorted((a, b) => a.size - b.size || a.bit - b.bit);
    for (const choice of ordered)
      for (const list of choice.lists) if (list.word === choice.exact) this.#readList(choice, list, bound);
    for (const choice of ordered) {
      const long: WordList[] = [];
      for (const list of choice.lists) {
        if (list.isRead) continue;
        if (list.size <= SHORT) this.#readList(choice, list, bound);
        else long.push(list);
      }
      long.sort((a, b) => a.size - b.size || a.word - b.word);
      for (const list of long) this.#readList(choice, list, bound);
    }
    tryWhole(this.#choices, typed, this.#index, candidates);
    this.#ask();
    this.#compare();
  }

  /** Reads what the rarest word may be a slip for. */
  widenRarest(): void {
    widenRarest(this.#choices, typed, this.#index);
    this.read(READ_MORE);
  }

  /** Reads what every word may be a slip for. */
  widen(): void {
    for (const choice of this.#choices) widenChoice(choice, typed, this.#index);
    this.read(READ_MOST);
  }

  /**
   * Whether a key has been found that the typed one may well stand for: a slip away; two slips away and every word accounted
   * for; the same words in another order; once the rarest word has been tried for a slip, the same words and more.
   */
  isSettled(reach: Reach): boolean {
    const isTried = reach !== 'known words' || this.#choices.some(({ isWide }) => isWide);
    for (let at = 0; at < candidates.count; at += 1) {
      const edits = candidates.edits[at] as number;
      const hasAll = ((candidates.shared[at] as number) & this.#allWords) === this.#allWords;
      if (isTried && (edits === 1 || (edits === 2 && hasAll))) return true;
      if (edits === 0 || !hasAll || ((candidates.exact[at] as number) & this.#allWords) !== this.#allWords) continue;
      if (candidates.lengths[at] === typed.length) return true;
      if (reach !== 'known words' && typed.words.length > 1) return true;
    }
    return false;
  }

  /** Keys that hold a common word of either of the two rarest choices that have lists left. */
  meetCommon(): void {
    const [one, other] = this.#choices
      .map((choice) => ({ choice, lists: unread(choice) }))
      .filter(({ lists }) => lists.length > 0)
      .sort((a, b) => a.choice.size - b.choice.size || a.choice.bit - b.choice.bit);
    if (!one || !other) return;
    for (const a of one.lists) for (const b of other.lists) this.#meet([one.choice, a], [other.choice, b]);
    this.#ask();
    this.#compare();
  }

  /** Goes through common words' lists for keys within the edits allowed. */
  scanCommon(): void {
    const known = this.#choices.filter(({ exact, typed: word }) => word !== null && exact >= 0);
    const anchors = typed.words.length === 1 ? this.#choices : known.sort((a, b) => a.size - b.size).slice(0, 2);
    for (const choice of anchors) {
      const lists =
        typed.words.length === 1 ? unread(choice) : choice.lists.filter(({ word }) => word === choice.exact);
      for (const list of lists) if (!list.isRead && list.size <= SCAN_MOST) this.#scan(choice, list);
    }
  }

  #readList(choice: Choice, list: WordList, bound: number): void {
    if (list.isRead || this.#cost + list.size + LIST_COST > bound) return;
    this.#cost += list.size + LIST_COST;
    list.isRead = true;
    const { starts, values, bits, longest } = this.#index.postings;
    const end = starts[list.word + 1] as number;
    for (let at = starts[list.word] as number; at < end; at += 1) {
      const posting = values[at] as number;
      const place = candidates.add(posting >>> bits, posting & longest);
      if (place >= 0) candidates.credit(place, choice, list.word === choice.exact);
    }
  }

  /** Looks for the candidates in lists that are too long to be read. */
  #ask(): void {
    for (const choice of this.#choices) for (const list of unread(choice)) this.#askList(choice, list);
  }

  #askList(choice: Choice, list: WordList): void {
    const { starts, values, bits } = this.#index.postings;
    const [start, end] = [starts[list.word] as number, starts[list.word + 1] as number];
    let [at, last] = [start, 0];
    for (; list.asked < candidates.count; list.asked += 1) {
      const key = candidates.keys[list.asked] as number;
      // Candidates come in runs that ascend, one for each list read.
      if (key < last) at = start;
      last = key;
      at = seek(values, at, end, (key << bits) >>> 0);
      if (at < end && (values[at] as number) >>> bits === key)
        candidates.credit(list.asked, choice, list.word === choice.exact);
    }
  }

  #meet([one, a]: readonly [Choice, WordList], [other, b]: readonly [Choice, WordList]): void {
    const [few, many] = a.size <= b.size ? [a, b] : [b, a];
    if (few.size > MEET_MOST) return;
    const { starts, values, bits, longest } = this.#index.postings;
    const [fewEnd, manyEnd] = [starts[few.word + 1] as number, starts[many.word + 1] as number];
    let at = starts[many.word] as number;
    for (let from = starts[few.word] as number; from < fewEnd && at < manyEnd; from += 1) {
      const posting = values[from] as number;
      // The length is of the key: where both lists have it, the postings are equal.
      at = seek(values, at, manyEnd, posting);
      if (at === manyEnd || values[at] !== posting) continue;
      const length = posting & longest;
      if (length < longest && Math.abs(length - typed.length) > WORD_OR_TWO) continue;
      const place = candidates.add(posting >>> bits, length);
      if (place < 0) return;
      candidates.credit(place, one, a.word === one.exact);
      candidates.credit(place, other, b.word === other.exact);
    }
  }

  #scan(choice: Choice, list: WordList): void {
    const { starts, values, bits, longest } = this.#index.postings;
    const end = starts[list.word + 1] as number;
    for (let at = starts[list.word] as number; at < end; at += 1) {
      const posting = values[at] as number;
      const edits = this.#editsOf(posting >>> bits, posting & longest);
      if (edits > this.#limit) continue;
      const place = candidates.add(posting >>> bits, posting & longest);
      if (place < 0) return;
      candidates.credit(place, choice, list.word === choice.exact);
      candidates.edits[place] = edits;
    }
  }

  #compare(): void {
    for (let at = this.#compared; at < candidates.count; at += 1) {
      const edits = this.#editsOf(candidates.keys[at] as number, candidates.lengths[at] as number);
      candidates.edits[at] = edits > this.#limit ? FAR : edits;
    }
    this.#compared = candidates.count;
  }

  /** Edits between a key and the typed one, or more than are allowed. */
  #editsOf(key: number, length: number): number {
    const limit = this.#limit;
    const apart = length - typed.length;
    if (apart > limit || (-apart > limit && length < this.#index.postings.longest)) return FAR;
    if (!mayBeWithin(this.#index.letters[key] as number, typed.letters, limit)) return FAR;
    const { offsets, bytes } = this.#index.texts;
    listed.end = decodePoints(bytes, offsets[key] as number, offsets[key + 1] as number, listed.points);
    return distanceWithin(typed, listed, limit);
  }
}

/** Edits within which keys of so many letters are near: none, one, two. */
function editsOfKey(length: number): number {
  if (length < 4 || length >= listed.points.length - 2) return 0;
  return length < 7 ? 1 : 2;
}

import { Candidates, FAR } from './candidates.ts';
import type { NearKeys } from './near-keys.ts';
import { seek } from './posting-lists.ts';
import { rankCandidates } from './rank-candidates.ts';
import type { TextTable } from './text-table.ts';
import { TypedKey } from './typed-key.ts';
import {
  type Choice,
  makeChoices,
  unread,
  type WordIndex,
  type WordList,
  widenChoice,
  widenLikeliest,
} from './word-choices.ts';

/** What reading lists may cost: postings, and for each list as many as finding it takes. Little is for a key that has been found. */
const READ_LITTLE = 300;
const READ_FIRST = 1_500;
const READ_MORE = 2_500;
const READ_MOST = 4_000;
const LIST_COST = 16;
/** A list so short is read before longer ones are put in order. */
const SHORT = 64;
/** Longest list that is met with another. */
const MEET_MOST = 60_000;
/** A key of so many letters that has one an edit away is seldom meant for one that is two away. */
const LONG = 14;
/** Letters by which the keys that two common words lead to may differ in length: a word or two. */
const WORD_OR_TWO = 14;

const typed = new TypedKey();
const candidates = new Candidates();

/** A list of keys with what is searched in it. */
export interface SearchedKeys extends WordIndex {
  readonly table: TextTable;
  readonly near: NearKeys;
}

/**
 * At most `most` keys. First those an edit away, and keys that share the rarest words, as far as reading these words' lists is
 * cheap. Then, each only where the keys found so far may not be what was meant: keys two edits away, keys that have two common
 * words, and keys that have words of which the typed ones may be slips.
 */
export function findSimilarKeys(key: string, most: number, index: SearchedKeys): number[] {
  if (most <= 0 || !typed.read(key)) return [];
  candidates.clear();
  addEqual(index);
  new Search(index).run();
  return rankCandidates(candidates, { length: typed.length, longest: index.postings.longest }, most);
}

/** At most `most` keys that are an edit away from this one; where there is none, two. */
export function findNearKeys(key: string, most: number, { near, postings }: SearchedKeys): number[] {
  if (most <= 0 || !typed.read(key)) return [];
  candidates.clear();
  if (near.find(typed, 1, candidates) > 1) near.find(typed, 2, candidates);
  return rankCandidates(candidates, { length: typed.length, longest: postings.longest }, most);
}

function addEqual({ table }: SearchedKeys): void {
  const equal = table.findBytes(typed.bytes, 0, typed.byteLength);
  if (equal >= 0) candidates.edits[candidates.add(equal, typed.length)] = 0;
}

class Search {
  readonly #index: SearchedKeys;
  readonly #choices: readonly Choice[];
  readonly #allWords: number;
  /** Whether every word is one that the list has: then the words may be right, and their order or number not. */
  readonly #mayBeRight: boolean;
  #cost = 0;

  constructor(index: SearchedKeys) {
    this.#index = index;
    this.#choices = makeChoices(typed, index);
    this.#allWords = 2 ** typed.words.length - 1;
    this.#mayBeRight = typed.words.length > 1 && this.#choices.every((each) => each.typed === null || each.exact >= 0);
  }

  run(): void {
    const { near } = this.#index;
    let fewest = near.find(typed, 1, candidates);
    this.#read(fewest < FAR && !this.#mayBeRight ? READ_LITTLE : READ_FIRST);
    if (this.#hasAllWords()) return;
    if (fewest > 1 || typed.length < LONG) fewest = Math.min(fewest, near.find(typed, 2, candidates));
    if (this.#mayBeRight) {
      this.#meetCommon();
      if (this.#hasAllWords()) return;
    }
    if (fewest === FAR) this.#widen();
  }

  /** Looks for keys whose words the typed ones may be slips for. */
  #widen(): void {
    widenLikeliest(this.#choices, typed, this.#index);
    this.#read(READ_MORE);
    if (this.#hasAllWords()) return;
    this.#meetCommon();
    if (this.#hasAllWords()) return;
    for (const choice of this.#choices) widenChoice(choice, typed, this.#index);
    this.#read(READ_MOST);
  }

  /** Reads lists, those of the rarest choice first, while the cost stays in bounds. */
  #read(bound: number): void {
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
    this.#ask();
  }

  /** Whether a key has been found that the typed one may well stand for: the same words in another order, or the same and more. */
  #hasAllWords(): boolean {
    if (typed.words.length === 1) return false;
    for (let at = 0; at < candidates.count; at += 1)
      if (((candidates.exact[at] as number) & this.#allWords) === this.#allWords && candidates.edits[at] !== 0)
        return true;
    return false;
  }

  /** Keys that hold a common word of either of the two rarest choices that have lists left. */
  #meetCommon(): void {
    const [one, other] = this.#choices
      .map((choice) => ({ choice, lists: unread(choice) }))
      .filter(({ lists }) => lists.length > 0)
      .sort((a, b) => a.choice.size - b.choice.size || a.choice.bit - b.choice.bit);
    if (!one || !other) return;
    for (const a of one.lists) for (const b of other.lists) this.#meet([one.choice, a], [other.choice, b]);
    this.#ask();
  }

  #readList(choice: Choice, list: WordList, bound: number): void {
    if (list.isRead || this.#cost + list.size + LIST_COST > bound) return;
    this.#cost += list.size + LIST_COST;
    list.isRead = true;
    const { values, bits, longest } = this.#index.postings;
    const start = this.#index.postings.startOf(list.word);
    for (let at = start; at < start + list.size; at += 1) {
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
    const { values, bits } = this.#index.postings;
    const start = this.#index.postings.startOf(list.word);
    const end = start + list.size;
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
    const { values, bits, longest } = this.#index.postings;
    let [from, at] = [this.#index.postings.startOf(few.word), this.#index.postings.startOf(many.word)];
    const [fewEnd, manyEnd] = [from + few.size, at + many.size];
    for (; from < fewEnd && at < manyEnd; from += 1) {
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
}

import { looseKey } from '@deadwax/linkage/normalise/loose-key';
import { checkLength } from './check-sections.ts';
import { HashBuckets, LOOSE_TAG } from './hash-buckets.ts';
import type { IndexFile } from './index-file.ts';
import { LikeWords } from './like-words.ts';
import { NearKeys } from './near-keys.ts';
import { PostingLists } from './posting-lists.ts';
import { findNearKeys, findSimilarKeys, type SearchedKeys } from './similar-keys.ts';
import { SortedTexts } from './sorted-texts.ts';
import { encodeText, hashBytes, slotsFor, TextTable } from './text-table.ts';

const text = new Uint8Array(1 << 16);
const hashed = new Uint32Array(1);
const likely = new Uint32Array(1 << 14);

/** Finds keys of a list: equal ones, and others that are like a key. Every answer is in a fixed order. */
export class KeySearch {
  readonly #keys: SortedTexts;
  readonly #table: TextTable;
  readonly #foreign: HashBuckets;
  readonly #searched: SearchedKeys;

  constructor(file: IndexFile, name: string) {
    this.#keys = new SortedTexts(file, `${name}.text`);
    const slots = file.u32(`${name}.slots`);
    checkLength(`${name}.slots`, slots, slotsFor(this.length));
    this.#table = new TextTable(slots, this.#keys);
    this.#foreign = new HashBuckets(file, `${name}.foreign`, { items: this.length, leastTag: LOOSE_TAG });
    const words = new LikeWords(file, name);
    const postings = new PostingLists(file, `${name}.posting`, { keys: this.length, words: words.length });
    const near = new NearKeys(file, name, this.#keys);
    this.#searched = { table: this.#table, near, keys: this.length, words, postings };
  }

  get length(): number {
    return this.#keys.length;
  }

  /** Place of a key, or -1. */
  find(key: string): number {
    return key === '' ? -1 : this.#table.find(key);
  }

  /** Places of keys, in their order; -1 for those that are not there. */
  findAll(keys: readonly string[]): number[] {
    return this.#table.findAll(keys);
  }

  text(key: number): string {
    return this.#keys.get(key);
  }

  /** Keys that are equal without spaces and in Latin letters, ascending. */
  findLoose(key: string): number[] {
    const loose = looseKey(key);
    const length = encodeText(loose, text);
    if (length <= 0) return [];
    const found = this.#table.findLikely(loose);
    hashed[0] = hashBytes(text, 0, length);
    const count = this.#foreign.read(hashed, 1, likely);
    for (let at = 0; at < count; at += 1) found.push(likely[at] as number);
    return found
      .sort((a, b) => a - b)
      .filter((each, place, all) => each !== all[place - 1] && looseKey(this.#keys.get(each)) === loose);
  }

  /**
   * At most `most` keys that are like this one, the likest first: every key an edit away; where there is none, and no key that
   * has all the words, every key two edits away; and keys that share words, the rarest first. Where nothing is near, words that
   * are an edit from the typed ones count as shared. In a long list what has only common words in common is not looked for.
   */
  findSimilar(key: string, most: number): number[] {
    return findSimilarKeys(key, most, this.#searched);
  }

  /** At most `most` keys that are an edit away, where there is none two: the nearest first. */
  findNear(key: string, most: number): number[] {
    return findNearKeys(key, most, this.#searched);
  }

  /** How many keys hold a word. */
  frequencyOf(word: string): number {
    const place = this.#searched.words.find(word);
    return place < 0 ? 0 : this.#searched.postings.sizeOf(place);
  }
}

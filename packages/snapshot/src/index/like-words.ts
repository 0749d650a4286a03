import { distanceWithin } from './bounded-distance.ts';
import { checkLength } from './check-sections.ts';
import { wordFiling } from './filings.ts';
import { HashBuckets, PIECE_TAG } from './hash-buckets.ts';
import type { IndexFile } from './index-file.ts';
import { SortedTexts } from './sorted-texts.ts';
import { hashTyped, MOST_HASHES } from './text-pieces.ts';
import { slotsFor, TextTable } from './text-table.ts';

/** Edits by which a typed word may differ from one in the list and still be taken for it. */
const EDITS = 1;
const MOST = 4096;
const SEEN = 2 * MOST;
const MULTIPLIER = 0x9e3779b1;
const hashes = new Uint32Array(MOST_HASHES);
const likely = new Uint32Array(MOST);
const seen = new Uint32Array(SEEN);
const listed = { points: new Uint32Array(1024), start: 0, end: 0 };

/** The words of all keys of a list. */
export class LikeWords {
  readonly #words: SortedTexts;
  readonly #table: TextTable;
  readonly #pieces: HashBuckets;

  constructor(file: IndexFile, name: string) {
    this.#words = new SortedTexts(file, `${name}.word.text`);
    const slots = file.u32(`${name}.word.slots`);
    checkLength(`${name}.word.slots`, slots, slotsFor(this.#words.length));
    this.#table = new TextTable(slots, this.#words);
    this.#pieces = new HashBuckets(file, `${name}.word.piece`, { items: this.#words.length, leastTag: PIECE_TAG });
  }

  get length(): number {
    return this.#words.length;
  }

  /** Number of a word, or -1. */
  find(word: string): number {
    return this.#table.find(word);
  }

  /** Number of the word whose UTF-8 stands from `start` to `end`, or -1. */
  findBytes(bytes: Uint8Array, start: number, end: number): number {
    return this.#table.findBytes(bytes, start, end);
  }

  /** Words an edit from the code points from `start` to `end`, ascending, the word itself among them. */
  findLike(points: Uint32Array, start: number, end: number): number[] {
    const count = hashTyped(points, [start, end], { filing: wordFiling, edits: EDITS }, hashes);
    const many = this.#pieces.read(hashes, count, likely);
    seen.fill(0);
    const typed = { points, start, end };
    const found: number[] = [];
    for (let at = 0; at < many; at += 1) {
      const word = likely[at] as number;
      if (isNew(word) && this.#isLike(word, typed)) found.push(word);
    }
    return found.sort((a, b) => a - b);
  }

  #isLike(word: number, typed: { points: Uint32Array; start: number; end: number }): boolean {
    listed.end = this.#words.decode(word, listed.points);
    return distanceWithin(typed, listed, EDITS) <= EDITS;
  }
}

/** True the first time it is asked of a word. */
function isNew(word: number): boolean {
  let slot = Math.imul(word + 1, MULTIPLIER) >>> 19;
  while (seen[slot] !== 0) {
    if (seen[slot] === word + 1) return false;
    slot = (slot + 1) % SEEN;
  }
  seen[slot] = word + 1;
  return true;
}

import { distanceWithin } from './bounded-distance.ts';
import { type Candidates, FAR } from './candidates.ts';
import { checkLength } from './check-sections.ts';
import { mayBeWithin } from './code-points.ts';
import { editsOf, keyFiling } from './filings.ts';
import { HashBuckets, PIECE_TAG } from './hash-buckets.ts';
import type { IndexFile } from './index-file.ts';
import type { SortedTexts } from './sorted-texts.ts';
import { hashTyped, MOST_HASHES } from './text-pieces.ts';
import type { TypedKey } from './typed-key.ts';

const MOST_EDITS = 2;
/** Keys looked at for one typed key: of those that share a very common half no more can be looked at. */
const MOST_LIKELY = 1 << 13;
const hashes = new Uint32Array(MOST_HASHES);
const likely = new Uint32Array(MOST_LIKELY);
/** Written and never read: that memory is asked for all texts at once, and answers while others are under way, is the point. */
const fetched = new Uint8Array(MOST_LIKELY);
const listed = { points: new Uint32Array(1024), start: 0, end: 0 };

/** Finds the keys of a list that are an edit or two from a typed one, by the parts that so few edits leave whole. */
export class NearKeys {
  readonly #texts: SortedTexts;
  readonly #letters: Uint32Array;
  readonly #pieces: HashBuckets;

  constructor(file: IndexFile, name: string, texts: SortedTexts) {
    this.#texts = texts;
    this.#letters = file.u32(`${name}.letters`);
    checkLength(`${name}.letters`, this.#letters, texts.length);
    this.#pieces = new HashBuckets(file, `${name}.piece`, { items: texts.length, leastTag: PIECE_TAG });
  }

  /**
   * Adds every key an edit away to the candidates, and such as are two away that it comes upon; for two edits those that one
   * edit does not lead to. Returns the fewest edits to one that is not the typed key, or `FAR`.
   */
  find(typed: TypedKey, edits: 1 | 2, candidates: Candidates): number {
    const count = hashTyped(typed.points, [0, typed.length], { filing: keyFiling, edits }, hashes);
    const many = this.#sift(typed.letters, this.#pieces.read(hashes, count, likely));
    let fewest = FAR;
    for (let at = 0; at < many; at += 1)
      fewest = Math.min(fewest, this.#compare(likely[at] as number, typed, candidates));
    return fewest;
  }

  /** Keeps of the likely keys those that have about the same letters, and fetches their texts; how many. */
  #sift(letters: number, count: number): number {
    let kept = 0;
    for (let at = 0; at < count; at += 1) {
      const key = likely[at] as number;
      if (mayBeWithin(this.#letters[key] as number, letters, MOST_EDITS)) likely[kept++] = key;
    }
    for (let at = 0; at < kept; at += 1) fetched[at] = this.#texts.touch(likely[at] as number);
    return kept;
  }

  #compare(key: number, typed: TypedKey, candidates: Candidates): number {
    listed.end = this.#texts.decode(key, listed.points);
    const allowed = editsOf(keyFiling, listed.end);
    const edits = distanceWithin(typed, listed, allowed);
    if (edits > allowed) return FAR;
    const place = candidates.add(key, listed.end);
    if (place < 0) return FAR;
    candidates.edits[place] = edits;
    return edits === 0 ? FAR : edits;
  }
}

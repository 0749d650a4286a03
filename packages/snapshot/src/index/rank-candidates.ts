import { type Candidates, FAR } from './candidates.ts';

const MOST_LENGTHS = 2 ** 7;
const MOST_WORDS = 2 ** 5;
const MOST_WEIGHT = 2 ** 14;

/**
 * The best candidates: keys a slip or two away before all others, then by the weight of what is shared, by words shared to the
 * letter, by how close they are in length, and by their number, so that the order is total.
 */
export function rankCandidates(
  candidates: Candidates,
  { length, longest }: { length: number; longest: number },
  most: number,
): number[] {
  const size = Math.min(most, candidates.count);
  best.clear(size);
  for (let at = 0; at < candidates.count; at += 1) {
    const edits = candidates.edits[at] as number;
    const near = edits === FAR ? 0 : 3 - edits;
    const weight = Math.min(candidates.weights[at] as number, MOST_WEIGHT - 1);
    const words = countBits(candidates.exact[at] as number);
    const apart = Math.min(
      Math.abs(Math.min(candidates.lengths[at] as number, longest) - Math.min(length, longest)),
      MOST_LENGTHS - 1,
    );
    const score = ((near * MOST_WEIGHT + weight) * MOST_WORDS + words) * MOST_LENGTHS + (MOST_LENGTHS - 1 - apart);
    best.offer(score, candidates.keys[at] as number);
  }
  return best.finish();
}

function countBits(mask: number): number {
  let bits = 0;
  for (let left = mask; left !== 0; left &= left - 1) bits += 1;
  return bits;
}

/**
 * Keeps the highest scores, of equal ones the lowest keys: a heap with the worst of those kept on top. Made once and cleared for
 * the next search.
 */
class BestFirst {
  #scores = new Float64Array(64);
  #keys = new Uint32Array(64);
  #count = 0;
  #most = 0;

  clear(most: number): void {
    this.#count = 0;
    this.#most = most;
    if (most <= this.#keys.length) return;
    this.#scores = new Float64Array(most);
    this.#keys = new Uint32Array(most);
  }

  offer(score: number, key: number): void {
    if (this.#count < this.#most) this.#rise(score, key);
    else if (this.#isWorse(0, score, key)) this.#sink(score, key);
  }

  /** The keys, best first: the worst is taken off the top until none is left. */
  finish(): number[] {
    const found = new Array<number>(this.#count);
    while (this.#count > 0) {
      this.#count -= 1;
      found[this.#count] = this.#keys[0] as number;
      this.#sink(this.#scores[this.#count] as number, this.#keys[this.#count] as number);
    }
    return found;
  }

  #isWorse(at: number, score: number, key: number): boolean {
    const own = this.#scores[at] as number;
    return own < score || (own === score && (this.#keys[at] as number) > key);
  }

  #rise(score: number, key: number): void {
    let at = this.#count;
    this.#count += 1;
    while (at > 0) {
      const parent = (at - 1) >>> 1;
      if (this.#isWorse(parent, score, key)) break;
      this.#move(parent, at);
      at = parent;
    }
    this.#set(at, score, key);
  }

  #sink(score: number, key: number): void {
    let at = 0;
    for (;;) {
      let child = 2 * at + 1;
      if (child >= this.#count) break;
      const next = child + 1;
      if (next < this.#count && this.#isWorse(next, this.#scores[child] as number, this.#keys[child] as number))
        child = next;
      if (!this.#isWorse(child, score, key)) break;
      this.#move(child, at);
      at = child;
    }
    this.#set(at, score, key);
  }

  #move(from: number, to: number): void {
    this.#set(to, this.#scores[from] as number, this.#keys[from] as number);
  }

  #set(at: number, score: number, key: number): void {
    this.#scores[at] = score;
    this.#keys[at] = key;
  }
}

const best = new BestFirst();

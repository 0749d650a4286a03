import { damaged } from './check-sections.ts';
import type { IndexFile } from './index-file.ts';
import { PackedOffsets } from './packed-offsets.ts';
import { bitsFor } from './text-table.ts';

const MOST_LENGTH_BITS = 7;

/** Bits of a posting that hold the length of its key, in letters: what the number of the key leaves, seven at most. */
export function lengthBits(keys: number): number {
  return Math.min(MOST_LENGTH_BITS, 32 - bitsFor(keys));
}

/** A key in a word's list. Longer keys than there are bits for have the greatest length. */
export function packPosting(key: number, length: number, bits: number): number {
  return ((key << bits) | Math.min(length, 2 ** bits - 1)) >>> 0;
}

/** For each word the keys that hold it, ascending. */
export class PostingLists {
  readonly #starts: PackedOffsets;
  readonly values: Uint32Array;
  readonly bits: number;
  /** The length that stands for itself and every greater one. */
  readonly longest: number;

  constructor(file: IndexFile, name: string, { keys, words }: { keys: number; words: number }) {
    this.values = file.u32(`${name}.value`);
    this.#starts = new PackedOffsets(file, name);
    if (this.#starts.length !== words || this.#starts.end !== this.values.length) throw damaged(name);
    this.bits = lengthBits(keys);
    this.longest = 2 ** this.bits - 1;
  }

  /** Where the list of a word begins in `values`. */
  startOf(word: number): number {
    return this.#starts.start(word);
  }

  sizeOf(word: number): number {
    return this.#starts.lengthOf(word);
  }
}

/**
 * The first place from `at` on, before `end`, with a value not under `least`. Strides that double and then a search between
 * the last two: near places are found fast, far ones in few steps.
 */
export function seek(values: Uint32Array, at: number, end: number, least: number): number {
  let low = at;
  let stride = 1;
  while (low + stride < end && (values[low + stride] as number) < least) {
    low += stride;
    stride *= 2;
  }
  if (low < end && (values[low] as number) >= least) return low;
  let high = Math.min(end, low + stride);
  low += 1;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((values[middle] as number) < least) low = middle + 1;
    else high = middle;
  }
  return Math.min(low, end);
}

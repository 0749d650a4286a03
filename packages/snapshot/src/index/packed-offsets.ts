import { SnapshotError } from '../errors.ts';
import { damaged } from './check-sections.ts';
import type { IndexFile, IndexWriter } from './index-file.ts';
import { u32 } from './number-column.ts';

/**
 * Owners that share a block: where what belongs to the first begins, in four bytes, and how much belongs to each, in one. What tells
 * of an owner stands together, and a line of memory holds four blocks.
 */
const SHARED = 12;
const WORDS = 4;
const LONG = 255;
const MOST = 0xffff_ffff;

/** Notes how much belongs to each owner, 0, 1, 2, … in turn. */
export class OffsetsBuilder {
  readonly #words = u32();
  readonly #longPlaces = u32();
  readonly #longLengths = u32();
  /** Lengths of four owners that are not written yet. */
  #word = 0;
  #total = 0;
  #length = 0;

  get length(): number {
    return this.#length;
  }

  get total(): number {
    return this.#total;
  }

  push(length: number): void {
    const within = this.#length % SHARED;
    if (within === 0) this.#words.push(this.#total);
    this.#word |= Math.min(length, LONG) << (8 * (within & 3));
    if ((within & 3) === 3) this.#endWord();
    if (length >= LONG) {
      this.#longPlaces.push(this.#length);
      this.#longLengths.push(length);
    }
    this.#length += 1;
    this.#total += length;
  }

  write(name: string, writer: IndexWriter): void {
    if (this.#total > MOST)
      throw new SnapshotError('too_large', `the match index cannot hold ${name}: ${this.#total} is more than ${MOST}`);
    while (this.#words.length % WORDS !== 0) this.#endWord();
    writer.add(`${name}.blocks`, this.#words.blocks());
    writer.add(`${name}.count`, Uint32Array.of(this.#length));
    writer.add(`${name}.longPlaces`, this.#longPlaces.blocks());
    writer.add(`${name}.longLengths`, this.#longLengths.blocks());
  }

  #endWord(): void {
    this.#words.push(this.#word >>> 0);
    this.#word = 0;
  }
}

/** Writes where runs of these lengths begin, one after the other. */
export function writeOffsets(name: string, lengths: Uint32Array, writer: IndexWriter): void {
  const offsets = new OffsetsBuilder();
  for (const length of lengths) offsets.push(length);
  offsets.write(name, writer);
}

/** Where what belongs to each owner stands. */
export class PackedOffsets {
  readonly length: number;
  readonly #blocks: Uint32Array;
  readonly #longPlaces: Uint32Array;
  readonly #longLengths: Uint32Array;

  /** Throws `damaged` unless the blocks are those of so many owners. */
  constructor(file: IndexFile, name: string) {
    this.#blocks = file.u32(`${name}.blocks`);
    this.length = file.u32(`${name}.count`)[0] ?? 0;
    this.#longPlaces = file.u32(`${name}.longPlaces`);
    this.#longLengths = file.u32(`${name}.longLengths`);
    const isWhole =
      this.#blocks.length === Math.ceil(this.length / SHARED) * WORDS &&
      this.#longPlaces.length === this.#longLengths.length;
    if (!isWhole) throw damaged(name);
  }

  /** Where what belongs to the last owner ends. */
  get end(): number {
    return this.length === 0 ? 0 : this.start(this.length - 1) + this.lengthOf(this.length - 1);
  }

  /** Reads what tells of an owner, for nothing but to have it at hand. */
  touch(place: number): number {
    return this.#blocks[Math.floor(place / SHARED) * WORDS] as number;
  }

  start(place: number): number {
    const block = Math.floor(place / SHARED);
    let start = this.#blocks[block * WORDS] as number;
    for (let at = block * SHARED; at < place; at += 1) start += this.lengthOf(at);
    return start;
  }

  /** The first place at which what belongs to it ends at `end` and not before, or -1. */
  placeOfEnd(end: number): number {
    const block = this.#blocksBefore(end) - 1;
    if (block < 0) return -1;
    let at = this.#blocks[block * WORDS] as number;
    const stop = Math.min(this.length, (block + 1) * SHARED);
    for (let place = block * SHARED; place < stop && at < end; place += 1) {
      at += this.lengthOf(place);
      if (at === end) return place;
    }
    return -1;
  }

  lengthOf(place: number): number {
    const block = Math.floor(place / SHARED);
    const within = place - block * SHARED;
    const length = ((this.#blocks[block * WORDS + 1 + (within >>> 2)] as number) >>> (8 * (within & 3))) & LONG;
    return length === LONG ? (this.#longLengths[lowerBound(this.#longPlaces, place)] ?? LONG) : length;
  }

  /** Blocks that begin before `end`. */
  #blocksBefore(end: number): number {
    let [from, to] = [0, this.#blocks.length / WORDS];
    while (from < to) {
      const middle = (from + to) >>> 1;
      if ((this.#blocks[middle * WORDS] as number) < end) from = middle + 1;
      else to = middle;
    }
    return from;
  }
}

/** First place in an ascending array whose value is not below. */
export function lowerBound(values: Uint32Array, value: number, low = 0, high = values.length): number {
  let [from, to] = [low, high];
  while (from < to) {
    const middle = (from + to) >>> 1;
    if ((values[middle] as number) < value) from = middle + 1;
    else to = middle;
  }
  return from;
}

import { SnapshotError } from '../errors.ts';
import type { IndexFile, IndexWriter } from './index-file.ts';
import { u8, u32 } from './number-column.ts';

/** A start is kept for each so many owners, and a length of one byte for each: a quarter of the space of starts. */
const SHIFT = 5;
const LONG = 255;
const MOST = 0xffff_ffff;

/** Notes how much belongs to each owner, 0, 1, 2, … in turn. */
export class OffsetsBuilder {
  readonly #lengths = u8();
  readonly #starts = u32();
  readonly #longPlaces = u32();
  readonly #longLengths = u32();
  #total = 0;

  get length(): number {
    return this.#lengths.length;
  }

  get total(): number {
    return this.#total;
  }

  push(length: number): void {
    const place = this.#lengths.length;
    if ((place & ((1 << SHIFT) - 1)) === 0) this.#starts.push(this.#total);
    this.#lengths.push(Math.min(length, LONG));
    if (length >= LONG) {
      this.#longPlaces.push(place);
      this.#longLengths.push(length);
    }
    this.#total += length;
  }

  write(name: string, writer: IndexWriter): void {
    if (this.#total > MOST)
      throw new SnapshotError('too_large', `the match index cannot hold ${name}: ${this.#total} is more than ${MOST}`);
    writer.add(`${name}.lengths`, this.#lengths.blocks());
    writer.add(`${name}.starts`, this.#starts.blocks());
    writer.add(`${name}.longPlaces`, this.#longPlaces.blocks());
    writer.add(`${name}.longLengths`, this.#longLengths.blocks());
  }
}

/** Where what belongs to each owner stands. */
export class PackedOffsets {
  readonly length: number;
  readonly #lengths: Uint8Array;
  readonly #starts: Uint32Array;
  readonly #longPlaces: Uint32Array;
  readonly #longLengths: Uint32Array;

  constructor(file: IndexFile, name: string) {
    this.#lengths = file.u8(`${name}.lengths`);
    this.#starts = file.u32(`${name}.starts`);
    this.#longPlaces = file.u32(`${name}.longPlaces`);
    this.#longLengths = file.u32(`${name}.longLengths`);
    this.length = this.#lengths.length;
  }

  start(place: number): number {
    const block = place >>> SHIFT;
    let start = this.#starts[block] as number;
    for (let at = block << SHIFT; at < place; at += 1) {
      const length = this.#lengths[at] as number;
      start += length === LONG ? this.#longLength(at) : length;
    }
    return start;
  }

  /** The first place at which what belongs to it ends at `end` and not before, or -1. */
  placeOfEnd(end: number): number {
    const block = lowerBound(this.#starts, end) - 1;
    if (block < 0) return -1;
    let at = this.#starts[block] as number;
    const stop = Math.min(this.length, (block + 1) << SHIFT);
    for (let place = block << SHIFT; place < stop && at < end; place += 1) {
      at += this.lengthOf(place);
      if (at === end) return place;
    }
    return -1;
  }

  lengthOf(place: number): number {
    const length = this.#lengths[place] as number;
    return length === LONG ? this.#longLength(place) : length;
  }

  #longLength(place: number): number {
    return this.#longLengths[lowerBound(this.#longPlaces, place)] as number;
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

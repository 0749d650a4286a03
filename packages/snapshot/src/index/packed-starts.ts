import { damaged } from './check-sections.ts';
import type { IndexFile, IndexWriter } from './index-file.ts';
import { u32 } from './number-column.ts';
import { lowerBound } from './packed-offsets.ts';

/** Runs that share a block: where the first begins, in four bytes, and the length of each in one. A line of memory holds four blocks. */
const SHARED = 12;
const WORDS = 4;
const LONG = 255;

/** Writes where runs of these lengths begin, one after the other: a third of the room of their starts. */
export function writeStarts(name: string, lengths: Uint32Array, writer: IndexWriter): void {
  const blocks = new Uint32Array(Math.ceil(lengths.length / SHARED) * WORDS);
  const [longPlaces, longLengths] = [u32(), u32()];
  let sum = 0;
  for (const [run, length] of lengths.entries()) {
    const within = run % SHARED;
    const block = ((run - within) / SHARED) * WORDS;
    if (within === 0) blocks[block] = sum;
    const word = block + 1 + (within >>> 2);
    blocks[word] = ((blocks[word] as number) | (Math.min(length, LONG) << (8 * (within & 3)))) >>> 0;
    if (length >= LONG) {
      longPlaces.push(run);
      longLengths.push(length);
    }
    sum += length;
  }
  writer.add(`${name}.blocks`, blocks);
  writer.add(`${name}.count`, Uint32Array.of(lengths.length));
  writer.add(`${name}.longPlaces`, longPlaces.blocks());
  writer.add(`${name}.longLengths`, longLengths.blocks());
}

/** Where each run begins and how long it is. */
export class PackedStarts {
  readonly length: number;
  readonly #blocks: Uint32Array;
  readonly #longPlaces: Uint32Array;
  readonly #longLengths: Uint32Array;

  /** Throws `damaged` unless the last run ends where so many values do. */
  constructor(file: IndexFile, name: string, values: number) {
    this.#blocks = file.u32(`${name}.blocks`);
    this.length = file.u32(`${name}.count`)[0] ?? 0;
    this.#longPlaces = file.u32(`${name}.longPlaces`);
    this.#longLengths = file.u32(`${name}.longLengths`);
    const isWhole =
      this.#blocks.length === Math.ceil(this.length / SHARED) * WORDS &&
      this.#longPlaces.length === this.#longLengths.length;
    if (!isWhole || this.#end() !== values) throw damaged(name);
  }

  #end(): number {
    return this.length === 0 ? 0 : this.start(this.length - 1) + this.lengthOf(this.length - 1);
  }

  /** Reads what tells where a run begins, for nothing but to have it at hand. */
  touch(run: number): number {
    return this.#blocks[Math.floor(run / SHARED) * WORDS] as number;
  }

  start(run: number): number {
    const block = Math.floor(run / SHARED);
    const first = block * SHARED;
    let start = this.#blocks[block * WORDS] as number;
    for (let at = first; at < run; at += 1) start += this.lengthOf(at);
    return start;
  }

  lengthOf(run: number): number {
    const block = Math.floor(run / SHARED);
    const within = run - block * SHARED;
    const length = ((this.#blocks[block * WORDS + 1 + (within >>> 2)] as number) >>> (8 * (within & 3))) & LONG;
    return length === LONG ? (this.#longLengths[lowerBound(this.#longPlaces, run)] ?? LONG) : length;
  }
}

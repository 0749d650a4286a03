import type { IndexFile, IndexWriter } from './index-file.ts';
import { lowerBound } from './packed-offsets.ts';

/** Writes a column of few long runs of the same value. */
export function writeRunLengths(name: string, blocks: readonly Uint8Array[], writer: IndexWriter): void {
  const [ends, values]: [number[], number[]] = [[], []];
  let count = 0;
  for (const block of blocks)
    for (const value of block) {
      if (values.at(-1) !== value || ends.length === 0) {
        values.push(value);
        ends.push(count);
      }
      count += 1;
      ends[ends.length - 1] = count;
    }
  writer.add(`${name}.end`, Uint32Array.from(ends));
  writer.add(`${name}.value`, Uint8Array.from(values));
}

export class RunLengths {
  /** Where each run ends. */
  readonly #ends: Uint32Array;
  readonly #values: Uint8Array;

  constructor(file: IndexFile, name: string) {
    this.#ends = file.u32(`${name}.end`);
    this.#values = file.u8(`${name}.value`);
  }

  get(place: number): number {
    return this.#values[lowerBound(this.#ends, place + 1)] as number;
  }

  /** How often there is a value that `wanted` is true of. */
  count(wanted: (value: number) => boolean): number {
    let [sum, start] = [0, 0];
    for (const [run, end] of this.#ends.entries()) {
      if (wanted(this.#values[run] as number)) sum += end - start;
      start = end;
    }
    return sum;
  }
}

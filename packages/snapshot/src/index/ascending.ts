import { lowerBound } from './packed-offsets.ts';

const SHIFT = 7;

/**
 * An ascending list that is searched often. Every 128th number is kept aside, where the processor has them at hand: what is
 * read of the list itself is a few neighbours.
 */
export class Ascending {
  readonly #values: Uint32Array;
  readonly #samples: Uint32Array;

  constructor(values: Uint32Array) {
    this.#values = values;
    this.#samples = Uint32Array.from(
      { length: Math.ceil(values.length / (1 << SHIFT)) },
      (_, place) => values[place << SHIFT] as number,
    );
  }

  /** First place whose value is not below. */
  lowerBound(value: number): number {
    const after = lowerBound(this.#samples, value);
    const low = Math.max(0, (after - 1) << SHIFT);
    return lowerBound(this.#values, value, low, Math.min(this.#values.length, after << SHIFT));
  }

  /** Place of a value, or -1. */
  find(value: number): number {
    const place = this.lowerBound(value);
    return this.#values[place] === value ? place : -1;
  }
}

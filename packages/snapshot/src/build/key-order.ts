import type { Value } from '@deadwax/sources/source';

/** Whether rows came in ascending order of a key of numbers, and from where to where. */
export interface KeyRun {
  readonly holds: boolean;
  /** Empty where there was no row. */
  readonly first: readonly number[];
  readonly last: readonly number[];
}

/** Watches rows that are written for whether they come in the order that their table is sorted by. */
export class KeyOrder {
  #holds = true;
  #first: number[] = [];
  readonly #last: number[] = [];
  readonly #places: readonly number[];
  readonly #isStrict: boolean;

  /** `places`: where in a row the key stands. In a strict order no key comes twice. */
  constructor(places: readonly number[], isStrict = false) {
    this.#places = places;
    this.#isStrict = isStrict;
  }

  get holds(): boolean {
    return this.#holds;
  }

  get run(): KeyRun {
    return { holds: this.#holds, first: this.#first, last: [...this.#last] };
  }

  see(values: readonly Value[]): void {
    if (!this.#holds) return;
    const last = this.#last;
    let isAfter = last.length === 0;
    for (let at = 0; at < this.#places.length; at += 1) {
      const value = values[this.#places[at] as number];
      const before = last[at] as number;
      if (typeof value !== 'number' || (!isAfter && value < before)) {
        this.#holds = false;
        return;
      }
      isAfter ||= value > before;
      last[at] = value;
    }
    this.#holds = isAfter || !this.#isStrict;
    if (this.#first.length === 0) this.#first = [...last];
  }

  /** Sees rows that others have watched. */
  join(run: KeyRun): void {
    this.#holds = isOneRun([this.run, run], this.#isStrict);
    if (run.first.length === 0) return;
    if (this.#first.length === 0) this.#first = [...run.first];
    this.#last.splice(0, this.#last.length, ...run.last);
  }
}

/** Whether runs that follow each other are in order as one. */
export function isOneRun(runs: readonly KeyRun[], isStrict = false): boolean {
  const filled = runs.filter(({ holds, first }) => !holds || first.length > 0);
  return filled.every(({ holds, first }, place) => {
    const order = place === 0 ? -1 : compareKeys((filled[place - 1] as KeyRun).last, first);
    return holds && (isStrict ? order < 0 : order <= 0);
  });
}

function compareKeys(a: readonly number[], b: readonly number[]): number {
  for (let at = 0; at < a.length; at += 1) if (a[at] !== b[at]) return (a[at] as number) - (b[at] as number);
  return 0;
}

import type { Random } from '@deadwax/bench/world/random';

/** Draws from lists without putting back, each list under a key of its own. */
export class Drawings {
  readonly #random: Random;
  readonly #left = new Map<string, unknown[]>();

  constructor(random: Random) {
    this.#random = random;
  }

  /** One of the items that fit, null when there is none left. `list` and `fits` must be the same for a key each time. */
  draw<T>(key: string, list: readonly T[], fits: (item: T) => boolean): T | null {
    const left = (this.#left.get(key) ?? list.filter(fits)) as T[];
    this.#left.set(key, left);
    if (left.length === 0) return null;
    const at = this.#random.below(left.length);
    const drawn = left[at] as T;
    left[at] = left.at(-1) as T;
    left.pop();
    return drawn;
  }
}

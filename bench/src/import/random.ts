export interface Random {
  /** 0 to n - 1. */
  below(n: number): number;
  /** True so often. */
  chance(share: number): boolean;
  pick<T>(items: readonly T[]): T;
}

/** mulberry32: small, quick, and the same numbers for the same seed everywhere. */
export function createRandom(seed: number): Random {
  let state = seed | 0;
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
  const below = (n: number) => Math.floor(next() * n);
  return { below, chance: (share) => next() < share, pick: (items) => items[below(items.length)]! };
}

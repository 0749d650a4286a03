/** Murmur's finaliser: a bijection over 32 bits, so that different indexes never share a seed. */
function finalise(value: number): number {
  let h = value | 0;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}

/** Mixes seed, purpose and index; for one seed and purpose it is a bijection of the index. */
export function mix(seed: number, purpose: number, index: number): number {
  return finalise((index + finalise(Math.imul(seed + 1, 0x9e3779b1) ^ Math.imul(purpose + 1, 0x27d4eb2f))) | 0);
}

/** Draws that depend on nothing but their seed (mulberry32). */
export class Random {
  private state: number;

  constructor(state: number) {
    this.state = state | 0;
  }

  /** 0 inclusive to 1 exclusive. */
  next(): number {
    this.state = (this.state + 0x6d2b79f5) | 0;
    let t = Math.imul(this.state ^ (this.state >>> 15), 1 | this.state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  }

  /** 0 to n - 1. */
  below(n: number): number {
    return Math.floor(this.next() * n);
  }

  between(low: number, high: number): number {
    return low + this.below(high - low + 1);
  }

  chance(share: number): boolean {
    return this.next() < share;
  }

  pick<T>(items: readonly T[]): T {
    return items[this.below(items.length)]!;
  }

  /** A rank from 0 to n - 1, drawn with weight 1 / (rank + 1). */
  zipf(n: number): number {
    return Math.min(n - 1, Math.floor(Math.exp(this.next() * Math.log(n + 1)) - 1));
  }

  pickZipf<T>(items: readonly T[]): T {
    return items[this.zipf(items.length)]!;
  }

  /** An index drawn by its weight. */
  weighted(weights: readonly number[]): number {
    let total = 0;
    for (const weight of weights) total += weight;
    let left = this.next() * total;
    for (let k = 0; k < weights.length - 1; k += 1) {
      left -= weights[k]!;
      if (left < 0) return k;
    }
    return weights.length - 1;
  }
}

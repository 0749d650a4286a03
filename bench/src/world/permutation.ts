/** A shuffle of 0 to size - 1 that is computed, not stored. */
export interface Permutation {
  readonly size: number;
  at(index: number): number;
  /** The index that `at` sends here. */
  indexOf(position: number): number;
}

function gcd(a: number, b: number): number {
  return b === 0 ? a : gcd(b, a % b);
}

/** The inverse of a modulo m, by the extended Euclidean algorithm. */
function invert(a: number, m: number): number {
  let [r, next, s, t] = [a, m, 1, 0];
  while (next !== 0) {
    const quotient = Math.floor(r / next);
    [r, next] = [next, r - quotient * next];
    [s, t] = [t, s - quotient * t];
  }
  return ((s % m) + m) % m;
}

/** Products stay below 2^53 for sizes up to 90 million. */
export function createPermutation(size: number, seed: number): Permutation {
  if (size <= 2) return { size, at: (index) => index, indexOf: (position) => position };
  let factor = Math.max(1, Math.floor(size * (0.38 + (seed % 1000) / 4000)));
  while (gcd(factor, size) !== 1) factor += 1;
  const inverse = invert(factor % size, size);
  const shift = seed % size;
  return {
    size,
    at: (index) => (index * factor + shift) % size,
    indexOf: (position) => ((position - shift + size) * inverse) % size,
  };
}

const FACTOR = 1_664_525;
const STEP = 1_013_904_223;

/**
 * A table in which each place holds another, so that a walk from place to place comes by all of them before it is back. Whatever fetches
 * ahead does not guess where it goes. `size` is a power of two.
 */
export function layWalk(size: number): Uint32Array {
  const table = new Uint32Array(new SharedArrayBuffer(size * 4));
  for (let place = 0; place < size; place += 1) table[place] = (Math.imul(place, FACTOR) + STEP) & (size - 1);
  return table;
}

/** Nanoseconds that a read of `megabytes` (a power of two) takes whose place the read before it gave: the best of three walks. */
export function measureMemoryLatency({ megabytes = 1024, reads = 1_000_000 } = {}): number {
  const table = layWalk(megabytes * 2 ** 18);
  let best = Number.POSITIVE_INFINITY;
  let place = 0;
  for (let walk = 0; walk < 3; walk += 1) {
    const began = performance.now();
    for (let read = 0; read < reads; read += 1) place = table[place] as number;
    best = Math.min(best, performance.now() - began);
  }
  // A walk that nobody asked the end of need not be walked.
  return place < 0 ? Number.NaN : (best * 1e6) / reads;
}

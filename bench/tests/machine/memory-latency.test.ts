import { describe, expect, it } from 'vitest';
import { layWalk, measureMemoryLatency } from '../../src/machine/memory-latency.ts';

describe('a walk through memory', () => {
  it.each([2, 8, 1024, 2 ** 16])('comes by each of %i places once, and back', (size) => {
    const table = layWalk(size);
    const seen = new Set<number>();
    let place = 0;
    while (!seen.has(place)) {
      seen.add(place);
      place = table[place] as number;
    }
    expect({ seen: seen.size, place }).toEqual({ seen: size, place: 0 });
  });

  it('gives the time of a read', () => {
    const nanoseconds = measureMemoryLatency({ megabytes: 1, reads: 1000 });
    expect(nanoseconds).toBeGreaterThan(0);
    expect(nanoseconds).toBeLessThan(Number.POSITIVE_INFINITY);
  });
});

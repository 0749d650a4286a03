import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkSize, chooseMemory, countUsableMemory } from '../src/memory-size.ts';

describe('memory for a build', () => {
  it.each([
    [1, '1000MB'],
    [2, '1000MB'],
    [4, '2000MB'],
    [6.5, '3250MB'],
    [8, '3500MB'],
    [64, '3500MB'],
  ])('of a machine with %d GB is %s', (gigabytes, size) => {
    expect(chooseMemory(gigabytes * 1e9)).toBe(size);
  });

  it('is a size that the command takes, whatever the machine', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 1e15, noNaN: true }), (bytes) => {
        const size = chooseMemory(bytes);
        expect(checkSize(size)).toBe(size);
      }),
    );
    expect(countUsableMemory()).toBeGreaterThan(100_000_000);
  });
});

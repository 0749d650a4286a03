import { Ascending } from '@deadwax/snapshot/index/ascending';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

describe('a list that is searched often', () => {
  it('finds what a walk through it finds', () => {
    const numbers = fc.uniqueArray(fc.nat(2000), { maxLength: 700 });
    fc.assert(
      fc.property(numbers, fc.nat(2001), (given, sought) => {
        const values = Uint32Array.from(given).sort();
        const list = new Ascending(values);
        const after = values.findIndex((value) => value >= sought);
        expect(list.lowerBound(sought)).toBe(after < 0 ? values.length : after);
        expect(list.find(sought)).toBe(values.indexOf(sought));
      }),
    );
  });

  it.each([0, 1, 127, 128, 129, 256, 1000])('finds each of %i', (count) => {
    const values = Uint32Array.from({ length: count }, (_, place) => place * 3 + 1);
    const list = new Ascending(values);
    for (const [place, value] of values.entries()) {
      expect(list.find(value)).toBe(place);
      expect(list.find(value + 1)).toBe(-1);
    }
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { KeySet } from './key-set.ts';

describe('a set of keys', () => {
  it('has what was added, once, and nothing else', () => {
    fc.assert(
      fc.property(fc.array(fc.string()), fc.string(), (texts, other) => {
        const keys = new KeySet();
        for (const text of [...texts, ...texts]) keys.add(text);
        const known = new Set(texts);
        expect(keys.size).toBe(known.size);
        for (const text of known) expect(keys.has(text)).toBe(true);
        expect(keys.has(other)).toBe(known.has(other));
      }),
    );
  });

  it('holds more than a JavaScript Set can', () => {
    const count = 2 ** 24 + 1000;
    const keys = new KeySet();
    for (let number = 0; number < count; number += 1) keys.add(`key ${number}`);
    expect(keys.size).toBe(count);
    for (let number = 0; number < count; number += 9973) {
      expect(keys.has(`key ${number}`)).toBe(true);
      expect(keys.has(`another ${number}`)).toBe(false);
    }
  }, 120_000);
});

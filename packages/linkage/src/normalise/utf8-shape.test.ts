import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isShapedAsUtf8 } from './utf8-shape.ts';

const decoder = new TextDecoder('utf-8', { fatal: true });

function isDecoded(bytes: Uint8Array): boolean {
  try {
    decoder.decode(bytes);
    return true;
  } catch {
    return false;
  }
}

describe('isShapedAsUtf8', () => {
  it('holds of every text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(isShapedAsUtf8(new TextEncoder().encode(text))).toBe(true);
      }),
    );
  });

  it('holds of whatever a decoder takes', () => {
    const byte = fc.oneof(fc.constantFrom(0x41, 0x80, 0xa9, 0xbf, 0xc1, 0xc3, 0xe2, 0xf0, 0xf5), fc.nat(255));
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 4 }), fc.array(byte, { maxLength: 4 }), (any, likely) => {
        for (const bytes of [any, Uint8Array.from(likely)])
          if (isDecoded(bytes)) expect(isShapedAsUtf8(bytes)).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });

  it.each([
    ['a letter cut short', [0x41, 0xc3]],
    ['a letter cut short by another', [0xe2, 0x80, 0x41]],
    ['a following byte that follows nothing', [0x41, 0xa9]],
    ['one more than its first byte says', [0xc3, 0xa9, 0xa9]],
    ['a byte that begins no letter', [0xf8, 0x80, 0x80, 0x80, 0x80]],
  ])('refuses %s', (_, bytes) => {
    expect(isShapedAsUtf8(bytes)).toBe(false);
  });
});

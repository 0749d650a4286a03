import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ByteCleaner } from './byte-cleaner.ts';
import { findControlByte, isControlByte } from './control-bytes.ts';

const someBytes = fc.array(
  fc.oneof(
    fc.constantFrom(...'é坂🎶a<\n\t').map((text) => [...Buffer.from(text)]),
    fc.constantFrom(0x00, 0x07, 0x1f, 0x80, 0xc0, 0xc3, 0xe2, 0xed, 0xf0, 0xf4, 0xff).map((byte) => [byte]),
  ),
  { maxLength: 30 },
);
const join = (parts: number[][]) => Uint8Array.from(parts.flat());

describe('ByteCleaner', () => {
  it('gives what the decoder of the platform gives, without control characters', () => {
    fc.assert(
      fc.property(someBytes, fc.integer({ min: 1, max: 9 }), (parts, size) => {
        const bytes = join(parts);
        const cleaner = new ByteCleaner();
        const clean: Buffer[] = [];
        for (let at = 0; at < bytes.length; at += size) clean.push(cleaner.clean(bytes.slice(at, at + size)));
        clean.push(cleaner.end());
        const decoded = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
        const kept = [...decoded].filter((char) => char.length > 1 || char > '\x1f' || '\t\n\r'.includes(char));
        expect(Buffer.concat(clean).toString()).toBe(kept.join(''));
        expect(cleaner.controlCharacters).toBe([...decoded].length - kept.length);
        expect(cleaner.invalidSequences).toBe(decoded.split('\ufffd').length - 1);
      }),
    );
  });

  it('knows where in the raw bytes a clean byte stood', () => {
    const raw = [0x07, 0x61, 0xff, 0x62, 0x00, 0x00, 0x63];
    const cleaner = new ByteCleaner();
    const clean = Buffer.concat([
      cleaner.clean(Uint8Array.from(raw.slice(0, 3))),
      cleaner.clean(Uint8Array.from(raw.slice(3))),
    ]);
    expect(clean.toString()).toBe('a\ufffdbc');
    const offsets = ['a', '\ufffd', 'b', 'c'].map((char) => cleaner.rawOffset(clean.indexOf(char)));
    expect(offsets).toEqual([1, 2, 3, 6]);
    cleaner.forget(clean.indexOf('b'));
    expect(cleaner.rawOffset(clean.indexOf('c'))).toBe(6);
  });
});

describe('findControlByte', () => {
  it('finds the first of them, at any alignment', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 40 }), fc.nat(7), fc.boolean(), (bytes, skip, plain) => {
        const shown = plain ? bytes.map((byte) => (isControlByte(byte) ? 0x0a : byte)) : bytes;
        const slice = Buffer.from(shown.buffer).subarray(Math.min(skip, shown.length));
        expect(findControlByte(slice, 0)).toBe(slice.findIndex(isControlByte));
      }),
    );
  });
});

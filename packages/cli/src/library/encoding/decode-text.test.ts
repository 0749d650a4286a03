import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { encodeText } from '../../../tests/encode-text.ts';
import { decodeText, noFaults } from './decode-text.ts';
import type { Encoding } from './detect-encoding.ts';

const utf8: Encoding = { label: 'utf-8', name: 'UTF-8', markLength: 0, fallback: 'windows-1252', sure: true };

async function decode(chunks: readonly Uint8Array[], encoding: Encoding = utf8) {
  const faults = noFaults();
  let text = '';
  for await (const piece of decodeText(ReadableStream.from(chunks), encoding, faults)) text += piece;
  return { text, faults };
}

const single = (bytes: Uint8Array) => [...bytes].map((byte) => Uint8Array.of(byte));

describe('decodeText', () => {
  it('leaves out the byte order mark, and no more', async () => {
    const bytes = Buffer.from('\u{FEFF}\u{FEFF}a');
    expect((await decode([bytes], { ...utf8, markLength: 3 })).text).toBe('\u{FEFF}a');
    expect((await decode(single(bytes), { ...utf8, markLength: 3 })).text).toBe('\u{FEFF}a');
  });

  it.each([
    ['windows-1252', 'Motörhead'],
    ['macintosh', 'Motˆrhead'],
  ] as const)('reads the bytes that are not UTF-8 as %s, and counts them', async (fallback, expected) => {
    const bytes = Buffer.concat([
      Buffer.from('Beyoncé,'),
      Buffer.from([0x4d, 0x6f, 0x74, 0xf6, 0x72, 0x68, 0x65, 0x61, 0x64]),
    ]);
    expect(await decode([bytes], { ...utf8, fallback })).toEqual({
      text: `Beyoncé,${expected}`,
      faults: { ...noFaults(), strayBytes: 1 },
    });
  });

  it('takes out NUL characters and counts them', async () => {
    expect(await decode([Buffer.from('a\0b\0')])).toEqual({ text: 'ab', faults: { ...noFaults(), nulls: 2 } });
  });

  it('counts what stands for nothing', async () => {
    const { text, faults } = await decode([Uint8Array.of(0x41, 0, 0, 0xd8, 0x42, 0)], { ...utf8, label: 'utf-16le' });
    expect(text).toBe('A\u{FFFD}B');
    expect(faults.unreadable).toBe(1);
  });

  it('reads the same however the bytes arrive', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 40 }), fc.string({ unit: 'binary' }), async (noise, string) => {
        const bytes = Buffer.concat([noise, Buffer.from(string), noise]);
        expect(await decode(single(bytes))).toEqual(await decode([bytes]));
      }),
    );
  });

  it.each(['utf-8', 'utf-16le', 'utf-16be', 'windows-1252', 'macintosh'] as const)('reads back %s', async (label) => {
    const text = 'Beyoncé – “Déjà Vu”, Łódź'.slice(0, label.startsWith('utf') ? undefined : 19);
    expect((await decode(single(encodeText(text, label)), { ...utf8, label })).text).toBe(text);
  });
});

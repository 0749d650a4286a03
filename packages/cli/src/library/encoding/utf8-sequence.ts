/** Length of the UTF-8 sequence that starts at a non-ASCII byte: 2 to 4, 0 when it is not UTF-8, -1 when the bytes end inside it. */
export function utf8SequenceLength(bytes: Uint8Array, start: number): number {
  const lead = bytes[start]!;
  const length = lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : 2;
  if (lead < 0xc2 || lead > 0xf4) return 0;
  for (let offset = 1; offset < length; offset += 1) {
    const at = start + offset;
    if (at >= bytes.length) return -1;
    const byte = bytes[at]!;
    const [low, high] = offset === 1 ? secondByteRange(lead) : [0x80, 0xbf];
    if (byte < low || byte > high) return 0;
  }
  return length;
}

// Narrower than 80..BF where the whole range would allow overlong forms, surrogates or code points past U+10FFFF.
const narrowRanges = new Map<number, readonly [number, number]>([
  [0xe0, [0xa0, 0xbf]],
  [0xed, [0x80, 0x9f]],
  [0xf0, [0x90, 0xbf]],
  [0xf4, [0x80, 0x8f]],
]);
const fullRange = [0x80, 0xbf] as const;

function secondByteRange(lead: number): readonly [number, number] {
  return narrowRanges.get(lead) ?? fullRange;
}

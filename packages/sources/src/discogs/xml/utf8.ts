/** Smallest and largest second byte for a lead byte; everything else takes 80 to BF. */
function secondByteRange(lead: number): readonly [number, number] {
  if (lead === 0xe0) return [0xa0, 0xbf];
  if (lead === 0xed) return [0x80, 0x9f];
  if (lead === 0xf0) return [0x90, 0xbf];
  if (lead === 0xf4) return [0x80, 0x8f];
  return [0x80, 0xbf];
}

export function sequenceLength(lead: number): number {
  if (lead < 0x80) return 1;
  if (lead >= 0xc2 && lead <= 0xdf) return 2;
  if (lead >= 0xe0 && lead <= 0xef) return 3;
  if (lead >= 0xf0 && lead <= 0xf4) return 4;
  return 0;
}

/** How many bytes from `at` on belong together as (the beginning of) one character: `valid` when it is whole. */
export function readSequence(bytes: Uint8Array, at: number): { length: number; valid: boolean } {
  const wanted = sequenceLength(bytes[at]!);
  if (wanted === 0) return { length: 1, valid: false };
  const [low, high] = secondByteRange(bytes[at]!);
  for (let k = 1; k < wanted; k += 1) {
    const byte = bytes[at + k] ?? 0;
    const fits = k === 1 ? byte >= low && byte <= high : byte >= 0x80 && byte <= 0xbf;
    if (!fits) return { length: k, valid: false };
  }
  return { length: wanted, valid: true };
}

/** Bytes at the end that begin a character whose rest may still come: 0 to 3. */
export function openTail(bytes: Uint8Array): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back += 1) {
    const at = bytes.length - back;
    if (sequenceLength(bytes[at]!) <= back) {
      if ((bytes[at]! & 0xc0) !== 0x80) return 0;
      continue;
    }
    const { length, valid } = readSequence(bytes, at);
    return !valid && length === back ? back : 0;
  }
  return 0;
}

/** Bytes that XML forbids: 00 to 1F without tab, newline and carriage return. */
export function isControlByte(byte: number): boolean {
  return byte < 0x20 && byte !== 0x09 && byte !== 0x0a && byte !== 0x0d;
}

/** Index of the first control byte from `from` on, or -1. Reads eight bytes at a time: it passes over the whole dump. */
export function findControlByte(bytes: Buffer, from: number): number {
  const length = bytes.length;
  let i = from;
  while (i < length && ((bytes.byteOffset + i) & 3) !== 0) {
    if (isControlByte(bytes[i]!)) return i;
    i += 1;
  }
  if (i === length) return -1;
  const words = new Int32Array(bytes.buffer, bytes.byteOffset + i, (length - i) >> 2);
  const paired = words.length & ~1;
  for (let k = 0; k < paired; k += 2) {
    const one = words[k]!;
    const two = words[k + 1]!;
    // The high bit of each byte that is below 0x20 is set; now and then one too many.
    if (((((one - 0x20202020) & ~one) | ((two - 0x20202020) & ~two)) & 0x80808080) === 0) continue;
    const at = i + k * 4;
    for (let b = at; b < at + 8; b += 1) if (isControlByte(bytes[b]!)) return b;
  }
  for (i += paired * 4; i < length; i += 1) if (isControlByte(bytes[i]!)) return i;
  return -1;
}

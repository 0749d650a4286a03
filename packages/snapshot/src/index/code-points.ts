const LETTERS = 26;
const REST = 6;

/** Writes the code points of the UTF-8 from `start` to `end` to `into`, as many as there is room for; how many. */
export function decodePoints(bytes: Uint8Array, start: number, end: number, into: Uint32Array): number {
  let count = 0;
  for (let at = start; at < end && count < into.length; count += 1) {
    const first = bytes[at] as number;
    if (first < 0x80) {
      into[count] = first;
      at += 1;
    } else if (first < 0xe0) {
      into[count] = ((first & 0x1f) << 6) | ((bytes[at + 1] as number) & 0x3f);
      at += 2;
    } else if (first < 0xf0) {
      into[count] =
        ((first & 0x0f) << 12) | (((bytes[at + 1] as number) & 0x3f) << 6) | ((bytes[at + 2] as number) & 0x3f);
      at += 3;
    } else {
      const high = ((first & 0x07) << 18) | (((bytes[at + 1] as number) & 0x3f) << 12);
      into[count] = high | (((bytes[at + 2] as number) & 0x3f) << 6) | ((bytes[at + 3] as number) & 0x3f);
      at += 4;
    }
  }
  return count;
}

/**
 * Which letters a text has, one bit each: every edit adds at most one to either side, so two texts that have more than `n`
 * letters the other lacks are more than `n` edits apart. Part of the file format: a change needs a new index version.
 */
export function letterSet(points: Uint32Array, count: number): number {
  let set = 0;
  for (let at = 0; at < count; at += 1) {
    const point = points[at] as number;
    if (point === 0x20) continue;
    const letter = point - 0x61;
    set |= 1 << (letter >= 0 && letter < LETTERS ? letter : LETTERS + (point % REST));
  }
  return set >>> 0;
}

/** Whether two texts with these letters may be within so many edits. */
export function mayBeWithin(one: number, other: number, edits: number): boolean {
  return countBits(one & ~other) <= edits && countBits(other & ~one) <= edits;
}

function countBits(word: number): number {
  let bits = word - ((word >>> 1) & 0x55555555);
  bits = (bits & 0x33333333) + ((bits >>> 2) & 0x33333333);
  return Math.imul((bits + (bits >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

import { mixHash } from './text-table.ts';

const SHORTEST = 3;
const PRIME = 0x01000193;

/** How the words of some lengths are filed: the letters at the beginning that are looked at, and what is taken out of them. */
interface Shape {
  readonly seed: number;
  /** Lengths of the words in the list. */
  readonly least: number;
  readonly most: number;
  readonly edits: 1 | 2;
  readonly prefix: number;
  /** Whether with two letters gone the last two of the word are looked at too: they have no part in these edits. */
  readonly hasEnd: boolean;
}

/** Five letters of seven say little in a long list: long words have their ends to tell them apart. */
const shapes: readonly Shape[] = [
  { seed: 0x811c9dc5, least: 2, most: 6, edits: 1, prefix: 6, hasEnd: false },
  { seed: 0x2f0b4c47, least: 7, most: 9, edits: 2, prefix: 8, hasEnd: false },
  { seed: 0x6d9f3a1b, least: 10, most: Number.POSITIVE_INFINITY, edits: 2, prefix: 7, hasEnd: true },
];

/** Most hashes of a typed word, and more than one of the list has. */
export const MOST_DELETIONS = 128;

/** Edits by which a typed word may differ from one in the list and still be taken for it; lengths in letters. */
export function editsAllowed(listed: number, typed: number): number {
  if (listed >= 7) return 2;
  return Math.max(listed, typed) < SHORTEST ? 0 : 1;
}

/**
 * Hashes of what is left of the first letters of a word in the list with a letter (two in long words) taken out, and of these
 * letters: a typed word within the edits allowed shares one. Written to `into`; how many. Part of the file format: a change
 * needs a new index version.
 */
export function hashListed(points: Uint32Array, start: number, end: number, into: Uint32Array): number {
  const length = end - start;
  for (const shape of shapes)
    if (length >= shape.least && length <= shape.most) return hashShape({ points, start, end }, shape, into, 0);
  return 0;
}

/** The same of a typed word, for the words of every length that it may be meant for. */
export function hashTyped(points: Uint32Array, start: number, end: number, into: Uint32Array): number {
  const length = end - start;
  let count = 0;
  for (const shape of shapes)
    if (length >= Math.max(2, shape.least - shape.edits) && length <= shape.most + shape.edits)
      count = hashShape({ points, start, end }, shape, into, count);
  return count;
}

interface Word {
  readonly points: Uint32Array;
  readonly start: number;
  readonly end: number;
}

function hashShape({ points, start, end }: Word, shape: Shape, into: Uint32Array, count: number): number {
  const stop = Math.min(start + shape.prefix, end);
  let written = count;
  into[written++] = mixHash(hashOn(points, start, stop, shape.seed));
  let before = shape.seed;
  for (let one = start; one < stop; one += 1) {
    const point = points[one] as number;
    // Of letters that repeat, which one is taken out makes no difference.
    if (one === start || point !== points[one - 1]) {
      into[written++] = mixHash(hashOn(points, one + 1, stop, before));
      if (shape.edits === 2)
        written = hashPairs({ points, start: one + 1, end }, { stop, before, hasEnd: shape.hasEnd }, into, written);
    }
    before = Math.imul(before ^ point, PRIME);
  }
  return written;
}

/** Goes on from `start` where one letter is out and what stands before it is hashed. */
function hashPairs(
  { points, start, end }: Word,
  { stop, before, hasEnd }: { stop: number; before: number; hasEnd: boolean },
  into: Uint32Array,
  count: number,
): number {
  let [hash, written] = [before, count];
  for (let other = start; other < stop; other += 1) {
    const point = points[other] as number;
    if (other === start || point !== points[other - 1]) {
      const left = hashOn(points, other + 1, stop, hash);
      into[written++] = mixHash(hasEnd ? hashOn(points, end - 2, end, left) : left);
    }
    hash = Math.imul(hash ^ point, PRIME);
  }
  return written;
}

function hashOn(points: Uint32Array, from: number, stop: number, before: number): number {
  let hash = before;
  for (let at = from; at < stop; at += 1) hash = Math.imul(hash ^ (points[at] as number), PRIME);
  return hash;
}

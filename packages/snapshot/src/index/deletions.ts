import { mixHash } from './text-table.ts';

/** Letters of a word that are looked at. */
const PREFIX = 7;
const SHORTEST = 3;
const SEED = 0x811c9dc5;
const PRIME = 0x01000193;
/** Words of the list with so many letters may differ by two. */
const LONG = 7;

/** Most hashes that a word has: itself, one letter less, two letters less. */
export const MOST_DELETIONS = 1 + PREFIX + (PREFIX * (PREFIX - 1)) / 2;

/** Edits by which a typed word may differ from one in the list and still be taken for it; lengths in letters. */
export function editsAllowed(listed: number, typed: number): number {
  if (listed >= LONG) return 2;
  return Math.max(listed, typed) < SHORTEST ? 0 : 1;
}

/**
 * Hashes of what is left of a word's first letters with a letter (two in long words) taken out, and of these letters: a typed
 * word and one in the list within the edits allowed share one. Written to `into`; how many. Part of the file format: a change
 * needs a new index version.
 */
export function hashDeletions(points: Uint32Array, start: number, end: number, into: Uint32Array): number {
  const length = end - start;
  if (length < SHORTEST - 1) return 0;
  const stop = start + Math.min(PREFIX, length);
  let count = 0;
  into[count++] = mixHash(hashOn(points, start, stop, SEED));
  let before = SEED;
  for (let one = start; one < stop; one += 1) {
    const point = points[one] as number;
    // Of letters that repeat, which one is taken out makes no difference.
    if (one === start || point !== points[one - 1]) {
      into[count++] = mixHash(hashOn(points, one + 1, stop, before));
      if (length >= LONG) count = hashWithoutAnother(points, { one, stop, before, count }, into);
    }
    before = Math.imul(before ^ point, PRIME);
  }
  return count;
}

/** Goes on where the letter at `one` is out and what stands before it is hashed. */
function hashWithoutAnother(
  points: Uint32Array,
  { one, stop, before, count }: { one: number; stop: number; before: number; count: number },
  into: Uint32Array,
): number {
  let [hash, written] = [before, count];
  for (let other = one + 1; other < stop; other += 1) {
    const point = points[other] as number;
    if (other === one + 1 || point !== points[other - 1])
      into[written++] = mixHash(hashOn(points, other + 1, stop, hash));
    hash = Math.imul(hash ^ point, PRIME);
  }
  return written;
}

function hashOn(points: Uint32Array, from: number, stop: number, before: number): number {
  let hash = before;
  for (let at = from; at < stop; at += 1) hash = Math.imul(hash ^ (points[at] as number), PRIME);
  return hash;
}

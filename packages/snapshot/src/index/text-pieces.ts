import { type Filing, LONGEST, type Shape, type Share, shapeOf } from './filings.ts';
import { mixHash } from './text-table.ts';

/** Most hashes of a text, filed or typed. */
export const MOST_HASHES = 128;

const PRIME = 0x01000193;
const SECOND = 0x85ebca6b;
const LENGTH = 0x9e3779b1;

const powers = new Uint32Array(LONGEST + 3);
powers[0] = 1;
for (let at = 1; at < powers.length; at += 1) powers[at] = Math.imul(powers[at - 1] as number, PRIME);

/** Takes texts apart and hashes what is filed of them. */
class Pieces {
  length = 0;
  /** For each place, the hash of all that stands before it. */
  readonly #sums = new Int32Array(LONGEST + 3);
  #points: Uint32Array = new Uint32Array(0);
  #start = 0;

  /** False where there are too many letters to be like a text that is filed. */
  read(points: Uint32Array, start: number, end: number): boolean {
    this.length = end - start;
    if (this.length > LONGEST + 2) return false;
    [this.#points, this.#start] = [points, start];
    let sum = 0;
    for (let at = 0; at < this.length; at += 1) {
      sum = (Math.imul(sum, PRIME) + (points[start + at] as number) + 1) | 0;
      this.#sums[at + 1] = sum;
    }
    return true;
  }

  /** Hash of the letters from one place to another. */
  sum(from: number, to: number): number {
    return ((this.#sums[to] as number) - Math.imul(this.#sums[from] as number, powers[to - from] as number)) | 0;
  }

  /** The same, the letter at a place and the one before it swapped: either may be beyond. */
  swapped([from, to]: readonly [number, number], at: number): number {
    const apart = this.letter(at) - this.letter(at - 1);
    let sum = this.sum(from, to);
    if (at > from) sum += Math.imul(apart, powers[to - at] as number);
    if (at < to) sum -= Math.imul(apart, powers[to - at - 1] as number);
    return sum | 0;
  }

  letter(at: number): number {
    return this.#points[this.#start + at] as number;
  }

  /** Writes the hashes of the whole text and of what is left of it with each letter taken out. */
  withoutALetter(into: Uint32Array, count: number): number {
    let written = count;
    into[written++] = mixHash(this.sum(0, this.length));
    for (let at = 0; at < this.length; at += 1) {
      // Of letters that repeat, which one is taken out makes no difference.
      if (at > 0 && this.letter(at) === this.letter(at - 1)) continue;
      const after = this.length - at - 1;
      into[written++] = mixHash(Math.imul(this.sum(0, at), powers[after] as number) + this.sum(at + 1, this.length));
    }
    return written;
  }
}

const pieces = new Pieces();

/** Writes the hashes that a text is filed under to `into`; how many. */
export function hashListed(
  points: Uint32Array,
  [start, end]: readonly [number, number],
  filing: Filing,
  into: Uint32Array,
): number {
  const length = end - start;
  const shape = shapeOf(filing, length);
  if (shape === undefined || !pieces.read(points, start, end)) return 0;
  if (shape.shares.length === 0) return pieces.withoutALetter(into, 0);
  let count = 0;
  for (; count < shape.shares.length; count += 1) into[count] = hashShare(shape, count, { length, middle: 0, end: 0 });
  return count;
}

/**
 * Writes hashes of a typed text, of which every filed one within so many edits has one at least; for two edits those only
 * that one edit does not need. How many.
 */
export function hashTyped(
  points: Uint32Array,
  [start, end]: readonly [number, number],
  { filing, edits }: { filing: Filing; edits: 1 | 2 },
  into: Uint32Array,
): number {
  if (!pieces.read(points, start, end)) return 0;
  let count = 0;
  for (const shape of filing) {
    if (edits > shape.edits) continue;
    if (shape.shares.length === 0) {
      if (pieces.length >= shape.least - 1 && pieces.length <= shape.most + 1)
        count = pieces.withoutALetter(into, count);
      continue;
    }
    const longest = Math.min(shape.most, pieces.length + edits);
    for (let length = Math.max(shape.least, pieces.length - edits); length <= longest; length += 1)
      count = hashForLength(shape, { length, edits }, into, count);
  }
  return count;
}

/** How far the parts of a filed text have moved in a typed one. */
interface Moved {
  /** Letters of the filed text. */
  readonly length: number;
  readonly middle: number;
  readonly end: number;
}

function hashForLength(
  shape: Shape,
  { length, edits }: { length: number; edits: 1 | 2 },
  into: Uint32Array,
  count: number,
): number {
  const end = pieces.length - length;
  let written = count;
  for (const [place, { runs, edits: needed }] of shape.shares.entries()) {
    if (needed > edits || (needed < edits && Math.abs(end) <= needed)) continue;
    // Before the middle letters come in or go, and after it till the end has moved as it has: no more than there are edits.
    const isMoved = runs.some(([from, to]) => from > 0 && to < shape.parts);
    const least = isMoved ? Math.max(Math.ceil((end - edits) / 2), -placeOfPart(1, shape.parts, length)) : 0;
    const most = isMoved ? Math.floor((end + edits) / 2) : 0;
    for (let middle = least; middle <= most; middle += 1)
      into[written++] = hashShare(shape, place, { length, middle, end });
  }
  const mayBeSwapped = edits === 2 && shape.gap === 0 && Math.abs(end) <= 1;
  return mayBeSwapped ? hashSwapped(shape, { length, end }, into, written) : written;
}

function hashShare({ parts, gap, shares }: Shape, place: number, { length, middle, end }: Moved): number {
  let hash = beginHash(length, place);
  for (const [from, to] of (shares[place] as Share).runs) {
    const moved = from === 0 ? 0 : to === parts ? end : middle;
    const first = from === 0 ? 0 : placeOfPart(from, parts, length) + gap;
    hash = addRun(hash, pieces.sum(first + moved, placeOfPart(to, parts, length) + moved));
  }
  return mixHash(hash);
}

/** Without gaps one swap may change two of four parts: the halves are looked up with the letters there swapped back. */
function hashSwapped(
  { parts }: Shape,
  { length, end }: { length: number; end: number },
  into: Uint32Array,
  count: number,
): number {
  const [one, half, three] = [1, 2, 3].map((part) => placeOfPart(part, parts, length)) as [number, number, number];
  const first = [0, half] as const;
  const second = [half + end, pieces.length] as const;
  const [begun, ended] = [beginHash(length, 0), beginHash(length, 1)];
  let written = count;
  into[written++] = mixHash(addRun(begun, pieces.swapped(first, one)));
  into[written++] = mixHash(addRun(begun, pieces.swapped(first, half)));
  into[written++] = mixHash(addRun(ended, pieces.swapped(second, half + end)));
  into[written++] = mixHash(addRun(ended, pieces.swapped(second, three + end)));
  return written;
}

function beginHash(length: number, share: number): number {
  return Math.imul(length, LENGTH) ^ (share + 1);
}

function addRun(hash: number, sum: number): number {
  return Math.imul(hash ^ (hash >>> 15), SECOND) ^ sum;
}

function placeOfPart(part: number, parts: number, length: number): number {
  return Math.floor((part * length) / parts);
}

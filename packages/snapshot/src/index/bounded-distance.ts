/** A run of code points in an array that may hold more. */
export interface Points {
  readonly points: Uint32Array;
  readonly start: number;
  readonly end: number;
}

/** An edit as the letters that it takes from either text: a letter too few or too many, another one, neighbours swapped. */
type Edit = readonly [fromLeft: number, fromRight: number];

const edits: readonly Edit[] = [
  [0, 1],
  [1, 0],
  [1, 1],
  [2, 2],
];
const SWAP = 2;
/** First and last edit by how many letters the left text is longer, from two fewer on. */
const pairsByLength = [-2, -1, 0, 1, 2].map((apart) =>
  edits.flatMap((first) =>
    edits
      .filter((last) => first[0] - first[1] + last[0] - last[1] === apart)
      .map((last): readonly [Edit, Edit] => [first, last]),
  ),
);

/**
 * Edits (insert, delete, replace, swap of neighbours) that turn one run of code points into another, or `limit + 1` when it is
 * more. `limit` is 2 at most. What both begin and end with is left out; then an edit stands at the very beginning and one at
 * the very end, and all between must be equal.
 */
export function distanceWithin(a: Points, b: Points, limit: number): number {
  let [aStart, aEnd, bStart, bEnd] = [a.start, a.end, b.start, b.end];
  const apart = aEnd - aStart - (bEnd - bStart);
  if (apart > limit || -apart > limit) return limit + 1;
  const [left, right] = [a.points, b.points];
  while (aStart < aEnd && bStart < bEnd && left[aStart] === right[bStart]) {
    aStart += 1;
    bStart += 1;
  }
  while (aStart < aEnd && bStart < bEnd && left[aEnd - 1] === right[bEnd - 1]) {
    aEnd -= 1;
    bEnd -= 1;
  }
  const [height, width] = [aEnd - aStart, bEnd - bStart];
  if (height === 0 || width === 0) return Math.min(height + width, limit + 1);
  if (limit === 0) return 1;
  if (height === 1 && width === 1) return 1;
  if (height === 2 && width === 2 && isSwapped(left, aStart, right, bStart)) return 1;
  if (limit === 1) return 2;
  for (const [first, last] of pairsByLength[apart + 2] as (typeof pairsByLength)[number]) {
    const [from, to] = [aStart + first[0], aEnd - last[0]];
    if (from > to) continue;
    if (first[0] === SWAP && !isSwapped(left, aStart, right, bStart)) continue;
    if (last[0] === SWAP && !isSwapped(left, to, right, bEnd - SWAP)) continue;
    const shift = bStart + first[1] - from;
    let at = from;
    while (at < to && left[at] === right[at + shift]) at += 1;
    if (at === to) return 2;
  }
  return 3;
}

function isSwapped(left: Uint32Array, a: number, right: Uint32Array, b: number): boolean {
  return left[a] === right[b + 1] && left[a + 1] === right[b];
}

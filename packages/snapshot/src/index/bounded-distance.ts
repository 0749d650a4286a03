/** A run of code points in an array that may hold more. */
export interface Points {
  readonly points: Uint32Array;
  readonly start: number;
  readonly end: number;
}

/** Longest text that is compared, in code points; longer ones are only equal or not. */
export const LONGEST = 1000;
const WIDEST = 7;
const rows = [new Uint8Array(WIDEST + 2), new Uint8Array(WIDEST + 2), new Uint8Array(WIDEST + 2)] as const;

/**
 * Edits (insert, delete, replace, swap of neighbours) that turn one run of code points into another, or `limit + 1` when it is
 * more. A band around the diagonal is all that is looked at, after what both begin and end with. `limit` is 3 at most.
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
  return alignBand({ left, right, aStart, bStart, height, width }, limit);
}

interface Band {
  readonly left: Uint32Array;
  readonly right: Uint32Array;
  readonly aStart: number;
  readonly bStart: number;
  readonly height: number;
  readonly width: number;
}

/** Cell `k` of a row stands for column `row - limit + k`; a margin on either side holds what is out of reach. */
function alignBand({ left, right, aStart, bStart, height, width }: Band, limit: number): number {
  const over = limit + 1;
  const cells = 2 * limit + 1;
  let [older, old, fresh] = rows;
  for (let cell = 0; cell <= cells + 1; cell += 1) {
    const column = cell - 1 - limit;
    old[cell] = column >= 0 && column <= limit && cell <= cells ? column : over;
    older[cell] = over;
    fresh[cell] = over;
  }
  for (let row = 1; row <= height; row += 1) {
    const point = left[aStart + row - 1] as number;
    let least = over;
    for (let cell = 1; cell <= cells; cell += 1) {
      const column = row - limit + cell - 1;
      if (column < 0 || column > width) {
        fresh[cell] = over;
        continue;
      }
      let edits = over;
      if (column === 0) edits = row;
      else {
        const other = right[bStart + column - 1] as number;
        edits = (old[cell] as number) + (point === other ? 0 : 1);
        edits = Math.min(edits, (old[cell + 1] as number) + 1, (fresh[cell - 1] as number) + 1);
        const swapped =
          row > 1 && column > 1 && point === right[bStart + column - 2] && other === left[aStart + row - 2];
        if (swapped) edits = Math.min(edits, (older[cell] as number) + 1);
      }
      fresh[cell] = Math.min(edits, over);
      if (edits < least) least = edits;
    }
    if (least > limit) return over;
    [older, old, fresh] = [old, fresh, older];
  }
  return Math.min(old[width - height + limit + 1] as number, over);
}

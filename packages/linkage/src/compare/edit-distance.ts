const previous2 = new Uint16Array(1024);
const previous1 = new Uint16Array(1024);
const current = new Uint16Array(1024);
const longUnits = new Uint16Array(1024);
const shortUnits = new Uint16Array(1024);

/**
 * Edits (insert, delete, replace, swap of neighbours) that turn one text into the other, in UTF-16 units; `limit + 1` as
 * soon as it must be more. Swapped neighbours may not be edited again (optimal string alignment).
 */
export function editDistance(a: string, b: string, limit: number): number {
  if (a === b) return 0;
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  const over = limit + 1;
  if (long.length - short.length > limit || long.length >= current.length) return over;
  let start = 0;
  while (start < short.length && short.charCodeAt(start) === long.charCodeAt(start)) start += 1;
  let [rows, columns] = [long.length, short.length];
  while (columns > start && short.charCodeAt(columns - 1) === long.charCodeAt(rows - 1)) {
    rows -= 1;
    columns -= 1;
  }
  rows -= start;
  columns -= start;
  if (columns === 0) return Math.min(rows, over);
  return align({ short, long, start, rows, columns }, limit);
}

interface Span {
  readonly short: string;
  readonly long: string;
  readonly start: number;
  readonly rows: number;
  readonly columns: number;
}

function align({ short, long, start, rows, columns }: Span, limit: number): number {
  copyUnits(long, start, rows, longUnits);
  copyUnits(short, start, columns, shortUnits);
  let [older, old, fresh] = [previous2, previous1, current];
  for (let column = 0; column <= columns; column += 1) old[column] = column;
  for (let row = 1; row <= rows; row += 1) {
    const unit = longUnits[row - 1] as number;
    fresh[0] = row;
    let least = row;
    for (let column = 1; column <= columns; column += 1) {
      const other = shortUnits[column - 1] as number;
      let edits = Math.min(
        (old[column - 1] as number) + (unit === other ? 0 : 1),
        (old[column] as number) + 1,
        (fresh[column - 1] as number) + 1,
      );
      const swapped = row > 1 && column > 1 && unit === shortUnits[column - 2] && other === longUnits[row - 2];
      if (swapped) edits = Math.min(edits, (older[column - 2] as number) + 1);
      fresh[column] = edits;
      if (edits < least) least = edits;
    }
    if (least > limit) return limit + 1;
    [older, old, fresh] = [old, fresh, older];
  }
  return Math.min(old[columns] as number, limit + 1);
}

/** Strings are read once: a unit of a string costs more than one of an array. */
function copyUnits(text: string, start: number, count: number, into: Uint16Array): void {
  for (let at = 0; at < count; at += 1) into[at] = text.charCodeAt(start + at);
}

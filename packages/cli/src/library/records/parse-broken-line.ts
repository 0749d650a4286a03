/**
 * Cells of one line whose quotes follow no rule. Of three readings, the first with as many cells as the other
 * rows have is taken; where none has, the second.
 *
 * | line | as | cells |
 * |---|---|---|
 * | `"12" Mixes",Foo` | quotes left as they are inside a quoted cell | `12" Mixes` · `Foo` |
 * | `"Heroes" (live),1977` | quotes that are text | `"Heroes" (live)` · `1977` |
 * | `Bowie,"Heroes,1977` | quotes that are text | `Bowie` · `"Heroes` · `1977` |
 * | `"Say "no", twice",Foo` | a quoted cell up to the last quote that can end it | `Say "no", twice` · `Foo` |
 */
export function parseBrokenLine(line: string, delimiter: string, width: number | null): string[] {
  const readings = [findFirstBorder, findStrictEnd, findLastBorder].map((findEnd) =>
    splitCells(line, delimiter, findEnd),
  );
  return readings.find((cells) => cells.length === width) ?? readings[1]!;
}

type FindEnd = (line: string, start: number, delimiter: string) => number;

function splitCells(line: string, delimiter: string, findEnd: FindEnd): string[] {
  const cells: string[] = [];
  let at = 0;
  while (true) {
    const closing = line[at] === '"' ? findEnd(line, at + 1, delimiter) : -1;
    if (closing !== -1) {
      cells.push(line.slice(at + 1, closing).replaceAll('""', '"'));
      at = closing + 1;
    } else {
      const border = line.indexOf(delimiter, at);
      const end = border === -1 ? line.length : border;
      cells.push(line.slice(at, end));
      at = end;
    }
    if (at >= line.length) return cells;
    at += 1;
  }
}

/** The first quote with a border after it closes the cell, whatever quotes stand before it. */
function findFirstBorder(line: string, start: number, delimiter: string): number {
  for (let quote = line.indexOf('"', start); quote !== -1; quote = line.indexOf('"', quote + 1)) {
    if (isBorder(line, quote + 1, delimiter)) return quote;
  }
  return -1;
}

function findLastBorder(line: string, start: number, delimiter: string): number {
  for (let quote = line.lastIndexOf('"'); quote >= start; quote = line.lastIndexOf('"', quote - 1)) {
    if (isBorder(line, quote + 1, delimiter)) return quote;
  }
  return -1;
}

/** Only a quote that CSV itself would take for the end closes the cell. */
function findStrictEnd(line: string, start: number, delimiter: string): number {
  for (let quote = line.indexOf('"', start); quote !== -1; quote = line.indexOf('"', quote + 2)) {
    if (line[quote + 1] !== '"') return isBorder(line, quote + 1, delimiter) ? quote : -1;
  }
  return -1;
}

function isBorder(line: string, at: number, delimiter: string): boolean {
  return at >= line.length || line[at] === delimiter;
}

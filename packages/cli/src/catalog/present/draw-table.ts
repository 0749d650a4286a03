import stringWidth from 'string-width';

export interface Column<Row> {
  readonly title: string;
  readonly right?: boolean;
  /** Wider cells are cut. Default: none is. */
  readonly most?: number;
  read(row: Row): string | number | null;
}

const graphemes = new Intl.Segmenter();

/** Rows under their titles, as wide as they are on a terminal. */
export function drawTable<Row>(rows: readonly Row[], columns: readonly Column<Row>[]): string[] {
  const cells = rows.map((row) => columns.map(({ read, most }) => cut(toText(read(row)), most)));
  const titles = columns.map(({ title }) => title);
  const widths = titles.map((title, column) =>
    Math.max(stringWidth(title), ...cells.map((row) => stringWidth(row[column] ?? ''))),
  );
  return [titles, ...cells].map((row) =>
    row
      .map((cell, column) => {
        const space = ' '.repeat(Math.max(0, (widths[column] ?? 0) - stringWidth(cell)));
        return columns[column]?.right ? `${space}${cell}` : `${cell}${space}`;
      })
      .join('  ')
      .trimEnd(),
  );
}

/** Control characters could steer the terminal. */
export function toText(value: string | number | null): string {
  if (typeof value === 'number') return value.toLocaleString('en-GB');
  return (value ?? '').replace(/\p{Cc}+/gu, ' ');
}

function cut(text: string, most = Number.POSITIVE_INFINITY): string {
  if (stringWidth(text) <= most) return text;
  let [kept, width] = ['', 0];
  for (const { segment } of graphemes.segment(text)) {
    width += stringWidth(segment);
    if (width > most - 1) break;
    kept += segment;
  }
  return `${kept.trimEnd()}…`;
}

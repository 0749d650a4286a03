export interface ParsedRecord {
  readonly cells: string[];
  readonly wellFormed: boolean;
  /** Place of the line end that closes the record, or of the end of the text. */
  readonly end: number;
}

export interface ParseContext {
  readonly delimiter: string;
  /** `\n` for CRLF too: the CR before it goes along. */
  readonly lineEnd: '\n' | '\r';
  /** No more text will come. */
  readonly final: boolean;
}

/** A quoted cell longer than this is taken for a quote that nobody closed. */
const longestQuotedCell = 65_536;

/**
 * Parses the record at `start` by the rules of CSV. `incomplete` when the text ends inside it, `broken` when its quotes
 * make no sense by those rules.
 */
export function parseRecord(
  text: string,
  start: number,
  context: ParseContext,
): ParsedRecord | 'incomplete' | 'broken' {
  const { delimiter, lineEnd, final } = context;
  const cells: string[] = [];
  let wellFormed = true;
  let at = start;
  while (true) {
    const quote = skipSpaces(text, at, delimiter);
    if (text[quote] === '"') {
      const closing = findClosingQuote(text, quote + 1, context);
      if (typeof closing === 'string') return closing;
      if (quote > at) wellFormed = false;
      cells.push(text.slice(quote + 1, closing).replaceAll('""', '"'));
      at = closing + 1;
    } else {
      const end = findCellEnd(text, at, context);
      if (end === -1 && !final) return 'incomplete';
      const stop = end === -1 ? text.length : end;
      const cell = withoutReturn(text.slice(at, stop), lineEnd === '\n' && text[stop] !== delimiter);
      if (/["\r]/.test(cell)) wellFormed = false;
      cells.push(cell);
      at = stop;
    }
    if (text[at] !== delimiter) break;
    at += 1;
  }
  if (at >= text.length && !final) return 'incomplete';
  const end = text.startsWith('\r\n', at) && lineEnd === '\n' ? at + 1 : at;
  return { cells, wellFormed, end };
}

function withoutReturn(cell: string, isLast: boolean): string {
  return isLast && cell.endsWith('\r') ? cell.slice(0, -1) : cell;
}

/** A quote after spaces opens a cell too: people write `Low, "Things We Lost"`. */
function skipSpaces(text: string, start: number, delimiter: string): number {
  let at = start;
  while (text[at] === ' ' && delimiter !== ' ') at += 1;
  return at;
}

function findCellEnd(text: string, start: number, { delimiter, lineEnd }: ParseContext): number {
  const border = text.indexOf(delimiter, start);
  const end = text.indexOf(lineEnd, start);
  if (border === -1) return end;
  return end === -1 ? border : Math.min(border, end);
}

function findClosingQuote(text: string, start: number, context: ParseContext): number | 'incomplete' | 'broken' {
  let at = start;
  while (true) {
    const quote = text.indexOf('"', at);
    const length = (quote === -1 ? text.length : quote) - start;
    if (length > longestQuotedCell) return 'broken';
    if (quote === -1) return context.final ? 'broken' : 'incomplete';
    if (text[quote + 1] === '"') {
      at = quote + 2;
      continue;
    }
    if (quote + 2 >= text.length && !context.final) return 'incomplete';
    return endsCell(text, quote + 1, context) ? quote : 'broken';
  }
}

function endsCell(text: string, at: number, { delimiter, lineEnd }: ParseContext): boolean {
  const next = text[at];
  return (
    next === undefined || next === delimiter || next === lineEnd || (lineEnd === '\n' && text.startsWith('\r\n', at))
  );
}

import { CliError } from '../../cli-error.ts';
import type { Dialect, LibraryRecord } from './library-record.ts';
import { parseBrokenLine } from './parse-broken-line.ts';
import { type ParseContext, type ParsedRecord, parseRecord } from './parse-record.ts';

/**
 * Splits delimited text into records. A quote that nobody closed costs its own line, never the rest of the file, and
 * every record keeps its raw text: two things no CSV library offers.
 */
export class RecordSplitter {
  /** Empty lines passed over. */
  emptyLines = 0;
  private readonly context: ParseContext;
  private rest = '';
  private lineNumber = 1;
  private width: number | null = null;

  constructor(dialect: Dialect) {
    this.context = { delimiter: dialect.delimiter, lineEnd: dialect.newline === '\r' ? '\r' : '\n', final: false };
  }

  *add(text: string): Generator<LibraryRecord> {
    yield* this.split(this.rest + text, this.context);
  }

  *finish(): Generator<LibraryRecord> {
    yield* this.split(this.rest, { ...this.context, final: true });
  }

  private *split(text: string, context: ParseContext): Generator<LibraryRecord> {
    let start = 0;
    while (start < text.length) {
      const parsed = this.parse(text, start, context);
      if (parsed === null) break;
      const record = this.present(text, start, parsed);
      start = parsed.end + 1;
      if (record === null) this.emptyLines += 1;
      else yield record;
    }
    this.rest = text.slice(start);
  }

  private parse(text: string, start: number, context: ParseContext): ParsedRecord | null {
    const lineEnd = text.indexOf(context.lineEnd, start);
    if (lineEnd === -1 && text.length - start > longestLine) throw lineTooLong(this.lineNumber);
    if (lineEnd === -1 && !context.final) return null;
    const end = lineEnd === -1 ? text.length : lineEnd;
    const line = withoutReturn(text.slice(start, end), context);
    if (!line.includes('"')) return { cells: line.split(context.delimiter), wellFormed: !line.includes('\r'), end };
    const parsed = parseRecord(text, start, context);
    if (parsed === 'incomplete') return null;
    if (parsed !== 'broken' && !this.isSwallowed(text.slice(start, parsed.end))) return parsed;
    const cells = parseBrokenLine(line, context.delimiter, this.width);
    return { cells, wellFormed: false, end };
  }

  /** Whether a quoted cell runs over lines that are each a row by themselves: then two stray quotes met by chance. */
  private isSwallowed(record: string): boolean {
    const { delimiter, lineEnd } = this.context;
    const lines = record.split(lineEnd);
    if (lines.length === 1 || record.split('"').length !== 3 || this.width === null || this.width < 3) return false;
    return lines.every((line) => line.split(delimiter).length === this.width);
  }

  private present(text: string, start: number, { cells, wellFormed, end }: ParsedRecord): LibraryRecord | null {
    const raw = withoutReturn(text.slice(start, end), this.context);
    const { lineNumber } = this;
    this.lineNumber += countLines(raw, this.context.lineEnd) + 1;
    if (cells.length === 1 && raw.trim() === '') return null;
    this.width ??= cells.length;
    return { lineNumber, cells, raw, wellFormed };
  }
}

const longestLine = 16_000_000;

function lineTooLong(lineNumber: number): CliError {
  return new CliError(`line ${lineNumber} does not end: this is no file of rows`);
}

function withoutReturn(line: string, { lineEnd }: ParseContext): string {
  return lineEnd === '\n' && line.endsWith('\r') ? line.slice(0, -1) : line;
}

function countLines(raw: string, lineEnd: string): number {
  let count = 0;
  for (let at = raw.indexOf(lineEnd); at !== -1; at = raw.indexOf(lineEnd, at + 1)) count += 1;
  return count;
}

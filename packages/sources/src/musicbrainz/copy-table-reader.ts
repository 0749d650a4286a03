import { isUtf8 } from 'node:buffer';
import { ImportError } from '../errors.ts';
import type { ReadContext } from '../source.ts';
import type { DumpTable } from './columns.ts';
import { createRowParser, type RowFault, type RowParser } from './row-parser.ts';

/** Rows by which a table whose columns are not those we know gives itself away. */
const TRIAL_ROWS = 20;
/** No row of the dump comes near this; a file without line ends is not a table. */
const LONGEST_ROW_BYTES = 16_777_216;
const LINE_FEED = 0x0a;
const END_MARKER = '\\.';

export interface ReadTally {
  records: number;
  skipped: Record<string, number>;
  repaired: Record<string, number>;
  truncated: boolean;
}

export function addTo(counts: Record<string, number>, key: string, amount = 1): void {
  counts[key] = (counts[key] ?? 0) + amount;
}

/** Reads one table's bytes, however cut into chunks, into the sink. */
export class CopyTableReader {
  readonly #table: DumpTable;
  readonly #file: string;
  readonly #context: ReadContext;
  readonly #tally: ReadTally;
  readonly #parse: RowParser;
  #carry: Buffer[] = [];
  #carriedBytes = 0;
  #offset = 0;
  #line = 0;
  #linesBefore = 0;
  #good = 0;
  #wrongWidth = 0;

  constructor(table: DumpTable, file: string, context: ReadContext, tally: ReadTally) {
    this.#table = table;
    this.#file = file;
    this.#context = context;
    this.#tally = tally;
    this.#parse = createRowParser(table);
  }

  push(chunk: Uint8Array): void {
    const bytes = Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength);
    const end = bytes.lastIndexOf(LINE_FEED) + 1;
    if (end > 0) {
      this.#readLines(
        this.#carriedBytes === 0 ? bytes.subarray(0, end) : Buffer.concat([...this.#carry, bytes.subarray(0, end)]),
      );
      this.#carry = [];
      this.#carriedBytes = 0;
    }
    if (end === bytes.length) return;
    this.#carry.push(bytes.subarray(end));
    this.#carriedBytes += bytes.length - end;
    if (this.#carriedBytes > LONGEST_ROW_BYTES) throw this.#wrongColumns('a row does not end');
  }

  /** Ends the table. `cut`: the file stopped before the table did. */
  end(cut = false): void {
    if (this.#carriedBytes > 0) {
      if (!cut && !this.#context.allowTruncated) {
        throw new ImportError('truncated', `${this.#file} ends in the middle of a row. Fetch or unpack it again.`, {
          file: this.#file,
        });
      }
      this.#tally.truncated = true;
      addTo(this.#tally.skipped, 'cut_row');
    }
    if (this.#good === 0 && this.#wrongWidth > 1) throw this.#wrongColumns('no row has them');
  }

  #readLines(block: Buffer): void {
    this.#linesBefore = this.#line;
    if (!isUtf8(block)) addTo(this.#tally.repaired, 'invalid_utf8', countInvalidLines(block));
    let text = block.toString('utf8');
    if (text.includes('\0')) {
      text = text.replaceAll('\0', '\uFFFD');
      addTo(this.#tally.repaired, 'nul_character');
    }
    let from = 0;
    for (let to = text.indexOf('\n'); to >= 0; to = text.indexOf('\n', from)) {
      this.#line += 1;
      const row = this.#parse(text, from, to);
      if (Array.isArray(row)) {
        this.#good += 1;
        this.#tally.records += 1;
        this.#context.sink.row(this.#table.name, row);
      } else this.#reject(text.slice(from, to), row, block);
      from = to + 1;
    }
    this.#offset += block.length;
  }

  #reject(line: string, fault: RowFault, block: Buffer): void {
    if (line === END_MARKER) return;
    if (fault.reason === 'wrong_column_count') this.#wrongWidth += 1;
    this.#context.quarantine.add({
      file: this.#file,
      offset: this.#offset + startOfLine(block, this.#line - 1 - this.#linesBefore),
      line: this.#line,
      reason: fault.reason,
      detail: fault.detail,
      excerpt: line.slice(0, 500),
    });
    if (this.#good === 0 && this.#wrongWidth >= TRIAL_ROWS) throw this.#wrongColumns('the first rows have others');
  }

  #wrongColumns(what: string): ImportError {
    const names = this.#table.columns.map((column) => column.name);
    return new ImportError(
      'wrong_columns',
      `${this.#file}: table ${this.#table.name} should have ${names.length} columns (${names.join(', ')}), but ${what}.`,
      { file: this.#file },
    );
  }
}

function startOfLine(block: Buffer, index: number): number {
  let from = 0;
  for (let line = 0; line < index; line += 1) from = block.indexOf(LINE_FEED, from) + 1;
  return from;
}

function countInvalidLines(block: Buffer): number {
  let count = 0;
  let from = 0;
  for (let to = block.indexOf(LINE_FEED); to >= 0; to = block.indexOf(LINE_FEED, from)) {
    if (!isUtf8(block.subarray(from, to))) count += 1;
    from = to + 1;
  }
  return count;
}

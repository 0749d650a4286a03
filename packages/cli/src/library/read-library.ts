import type { BulkResolveInput } from '@deadwax/contract/schemas';
import { CliError } from '../cli-error.ts';
import type { ColumnField } from './columns/column-field.ts';
import { type Columns, detectColumns } from './columns/detect-columns.ts';
import type { ColumnChoices } from './columns/parse-map.ts';
import { decodeText, noFaults } from './encoding/decode-text.ts';
import { buildInput, RowIds } from './input/build-input.ts';
import type { Notices } from './notices.ts';
import { type LibraryFile, openLibrary, readBytes } from './open-library.ts';
import { type Reading, readRecords } from './read-records.ts';
import { detectDelimiter, detectNewline, readSample } from './records/detect-dialect.ts';
import type { Dialect, LibraryRecord } from './records/library-record.ts';
import { RecordSplitter } from './records/split-records.ts';

export interface ReadOptions {
  readonly file: string;
  readonly choices: ColumnChoices;
  /** What columns are looked for. Default: those that a row is asked about with. */
  readonly fields?: readonly ColumnField[];
  /** Finds the columns of a file that is no library. Default: as those of a library are found. */
  readonly detect?: (rows: readonly (readonly string[])[]) => Columns;
  readonly delimiter?: string | undefined;
  readonly encoding?: string | undefined;
  /** Whether the first record names the columns; guessed when it is not said. */
  readonly header?: boolean | undefined;
  /** Read no more rows than this. */
  readonly limit?: number | undefined;
}

export interface NumberedRecord {
  readonly rowNumber: number;
  readonly record: LibraryRecord;
}

export interface LibraryRow extends NumberedRecord {
  /** The number the library knows the row by: its own id, else its row number. */
  readonly libraryId: number;
  readonly input: BulkResolveInput;
}

export interface Library {
  readonly file: LibraryFile;
  readonly dialect: Dialect;
  readonly columns: Columns;
  /** Rows that will be read. */
  readonly rowCount: number;
  /** Cells of the widest row, empty ones at its end left out of account. */
  readonly width: number;
  /** Its rows as they stand there. */
  records(notices: Notices, onBytes: (bytesRead: number) => void): AsyncGenerator<NumberedRecord>;
  /** Its rows as questions to the resolver. */
  rows(notices: Notices, onBytes: (bytesRead: number) => void): AsyncGenerator<LibraryRow>;
}

/** Finds out all there is to know of a library before its first row is asked about. Reads the file twice, keeps none of it. */
export async function readLibrary(options: ReadOptions): Promise<Library> {
  const file = await openLibrary(options.file, options.encoding ?? null);
  const sample = await readSampleText(file);
  const newline = detectNewline(sample);
  // Excel writes `sep=;` as a first line for itself.
  const announced = /^sep=(.)(?=[\r\n])/i.exec(sample)?.[1] ?? null;
  const delimiter = options.delimiter ?? announced ?? detectDelimiter(sample, newline);
  const dialect = { delimiter, newline };
  const skipped = announced === null ? 0 : 1;
  const sampleRows = readSample(sample, dialect)
    .slice(skipped)
    .map(({ cells }) => cells);
  if (sampleRows.length === 0)
    throw new CliError(`${options.file} holds no rows`, {
      hint: 'A library is a CSV file with a row for each record.',
    });
  const { choices, header, fields } = options;
  const columns = options.detect?.(sampleRows) ?? detectColumns(sampleRows, choices, header, fields);
  const reading = {
    file,
    dialect,
    skipped: skipped + (columns.hasHeader ? 1 : 0),
    limit: options.limit ?? Number.POSITIVE_INFINITY,
  };
  const { rowCount, width } = await measureRows(reading);
  if (rowCount === 0) throw new CliError(`${options.file} has a header and no rows under it`);
  return {
    file,
    dialect,
    columns,
    rowCount,
    width: Math.max(width, columns.names.length),
    records: (notices, onBytes) => readShaped(reading, columns.names.length, { notices, onBytes }),
    rows: (notices, onBytes) => readRows(reading, columns, { notices, onBytes }),
  };
}

const sampleSize = 256 * 1024;

async function readSampleText(file: LibraryFile): Promise<string> {
  let sample = '';
  for await (const text of decodeText(readBytes(file.path), file.encoding, noFaults())) {
    sample += text;
    if (sample.length >= sampleSize) break;
  }
  return sample;
}

async function measureRows(reading: Reading): Promise<{ rowCount: number; width: number }> {
  let rowCount = 0;
  let width = 0;
  for await (const { cells } of readRecords(reading, {
    splitter: new RecordSplitter(reading.dialect),
    faults: noFaults(),
  })) {
    rowCount += 1;
    if (cells.length > width) width = Math.max(width, filledWidth(cells));
  }
  return { rowCount, width };
}

/** Number of cells up to the last one with text. */
export function filledWidth(cells: readonly string[]): number {
  let width = cells.length;
  while (width > 0 && cells[width - 1]!.trim() === '') width -= 1;
  return width;
}

interface Listening {
  readonly notices: Notices;
  readonly onBytes: (bytesRead: number) => void;
}

async function* readRows(reading: Reading, columns: Columns, listening: Listening): AsyncGenerator<LibraryRow> {
  const { notices } = listening;
  const ids = new RowIds();
  for await (const { rowNumber, record } of readShaped(reading, columns.names.length, listening)) {
    const numbered = { rowNumber, lineNumber: record.lineNumber, cells: record.cells };
    const libraryId = ids.identify(numbered, columns.map, notices);
    yield { rowNumber, libraryId, record, input: buildInput(numbered, columns.map, notices) };
  }
}

async function* readShaped(
  reading: Reading,
  width: number,
  { notices, onBytes }: Listening,
): AsyncGenerator<NumberedRecord> {
  const splitter = new RecordSplitter(reading.dialect);
  const faults = noFaults();
  let rowNumber = 0;
  for await (const record of readRecords(reading, { splitter, faults, onBytes })) {
    rowNumber += 1;
    noticeShape(record, width, notices);
    yield { rowNumber, record };
  }
  notices.addCount('empty_lines', splitter.emptyLines);
  notices.addCount('stray_bytes', faults.strayBytes);
  notices.addCount('nulls', faults.nulls);
  notices.addCount('unreadable', faults.unreadable);
}

function noticeShape(record: LibraryRecord, width: number, notices: Notices): void {
  if (!record.wellFormed) notices.add('stray_quotes', record.lineNumber);
  if (record.cells.length < width) notices.add('short_rows', record.lineNumber);
  else if (record.cells.length > width && filledWidth(record.cells) > width)
    notices.add('long_rows', record.lineNumber);
}

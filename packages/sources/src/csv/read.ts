import { pipeline, Readable } from 'node:stream';
import { type CsvError, type InfoRecord, parse } from 'csv-parse';
import { ImportError } from '../errors.ts';
import { aborted } from '../files/file-chunks.ts';
import { openCompressed } from '../files/open-compressed.ts';
import type { InputFile, ReadContext, ReadReport } from '../source.ts';
import { detectDelimiter } from './header.ts';
import { checkUtf8 } from './read-text.ts';
import { RowReader } from './row-reader.ts';

const MAX_RECORD_CHARACTERS = 4 << 20;
const ROWS_PER_DRAIN = 500;

const PARSER_OPTIONS = {
  bom: true,
  info: true,
  raw: true,
  relax_column_count: true,
  relax_quotes: true,
  skip_empty_lines: true,
  skip_records_with_error: true,
  max_record_size: MAX_RECORD_CHARACTERS,
} as const;

interface ParsedRow {
  readonly record: readonly string[];
  readonly info: Pick<InfoRecord, 'lines' | 'bytes'>;
  readonly raw: string;
}

/** Streams a file of the user's own authority into the sink. */
export async function readCsv({ path, dumpDate }: InputFile, context: ReadContext): Promise<ReadReport> {
  const { signal, sink, onProgress, allowTruncated } = context;
  const { stream } = await openCompressed(path, { signal, onProgress });
  const text = new CsvText(path, stream, allowTruncated);
  const reader = new RowReader(path, context);
  const faults: CsvError[] = [];
  const parser = parse({
    ...PARSER_OPTIONS,
    delimiter: detectDelimiter(await text.readHeadingLine()),
    on_skip: (error) => {
      if (error !== undefined) faults.push(error);
    },
  });
  pipeline(Readable.from(text.chunks()), parser, () => undefined);
  let rows = 0;
  for await (const row of parser as AsyncIterable<ParsedRow>) {
    if (signal.aborted) throw aborted(path);
    refuse(path, faults);
    reader.row(row.record, { bytes: row.info.bytes, lines: row.info.lines, raw: row.raw });
    rows += 1;
    if (rows % ROWS_PER_DRAIN === 0) await sink.drain();
  }
  refuse(path, faults);
  const openQuote = faults.length > 0;
  if (openQuote && !allowTruncated) throw endsInQuote(path);
  reader.finish({ isCut: text.isCut && !text.endsWithNewline });
  await sink.drain();
  const { records, repaired } = reader;
  return { records, skipped: {}, repaired, truncated: text.isCut || openQuote, dumpDate };
}

/** The bytes of the file, looked into once for the heading line before they are parsed. */
class CsvText {
  readonly #chunks: AsyncGenerator<Buffer>;
  readonly #allowTruncated: boolean;
  readonly #file: string;
  #head = Buffer.alloc(0);
  isCut = false;
  endsWithNewline = false;

  constructor(file: string, chunks: AsyncIterable<Uint8Array>, allowTruncated: boolean) {
    this.#file = file;
    this.#chunks = checkUtf8(file, chunks);
    this.#allowTruncated = allowTruncated;
  }

  async readHeadingLine(): Promise<string> {
    while (!/[^\s\uFEFF][^\n]*\n/.test(this.#head.toString())) {
      const chunk = await this.#next();
      if (chunk === null || this.#head.length > MAX_RECORD_CHARACTERS) break;
      this.#head = Buffer.concat([this.#head, chunk]);
    }
    const heading = this.#head.toString().replace('\uFEFF', '').trimStart();
    if (heading === '') throw new ImportError('empty_file', `${this.#file} is empty.`, { file: this.#file });
    return heading.split('\n', 1)[0] ?? '';
  }

  async *chunks(): AsyncGenerator<Buffer> {
    for (let chunk: Buffer | null = this.#head; chunk !== null; chunk = await this.#next()) {
      if (chunk.length > 0) this.endsWithNewline = chunk[chunk.length - 1] === 0x0a;
      yield chunk;
    }
  }

  async #next(): Promise<Buffer | null> {
    try {
      const { value, done } = await this.#chunks.next();
      return done ? null : value;
    } catch (error) {
      if (!this.#allowTruncated || !(error instanceof ImportError) || error.code !== 'truncated') throw error;
      this.isCut = true;
      return null;
    }
  }
}

function endsInQuote(file: string): ImportError {
  return new ImportError('truncated', `${file} ends inside a quoted field: it is cut off, or a quote is not closed.`, {
    file,
  });
}

/** Of the parser's faults only a quote left open at the end may be forgiven. */
function refuse(file: string, faults: readonly CsvError[]): void {
  const cause = faults.find(({ code }) => code !== 'CSV_QUOTE_NOT_CLOSED');
  if (cause === undefined) return;
  const message = `${file} cannot be read as CSV: a row has more than ${MAX_RECORD_CHARACTERS} characters, as when a quote is not closed.`;
  throw new ImportError('not_a_dump', message, { file, cause });
}

import type { Dialect, LibraryRecord } from './library-record.ts';
import { RecordSplitter } from './split-records.ts';

const delimiters = [',', '\t', ';', '|'] as const;
const rowsLookedAt = 200;

/** Names of delimiters a person can write in a shell. */
const delimiterNames: Readonly<Record<string, string>> = {
  tab: '\t',
  '\\t': '\t',
  comma: ',',
  semicolon: ';',
  pipe: '|',
  space: ' ',
};

export function parseDelimiter(text: string): string | null {
  const delimiter = delimiterNames[text.toLowerCase()] ?? text;
  return [...delimiter].length === 1 && !/["\r\n]/.test(delimiter) ? delimiter : null;
}

/** The way a sample of the text ends its lines: the way of the first line. */
export function detectNewline(sample: string): Dialect['newline'] {
  const first = /\r\n|\n|\r/.exec(sample)?.[0];
  // A CR beside LFs is text, or half of a CRLF that was cut.
  if (first === '\r' && sample.includes('\n')) return sample.includes('\r\n') ? '\r\n' : '\n';
  return (first as Dialect['newline'] | undefined) ?? '\n';
}

/** The delimiter that splits most rows of a sample into the same number of cells, more than one. */
export function detectDelimiter(sample: string, newline: Dialect['newline']): string {
  let best = { delimiter: ',', share: 0, width: 1 };
  for (const delimiter of delimiters) {
    const records = readSample(sample, { delimiter, newline });
    const { width, share } = measure(records);
    const isBetter = share > best.share + 0.05 || (share > best.share - 0.05 && width > best.width);
    if (width > 1 && isBetter) best = { delimiter, share, width };
  }
  return best.delimiter;
}

/** The first records of a sample that may end inside one. */
export function readSample(sample: string, dialect: Dialect): LibraryRecord[] {
  const splitter = new RecordSplitter(dialect);
  const records: LibraryRecord[] = [];
  for (const record of splitter.add(sample)) {
    records.push(record);
    if (records.length === rowsLookedAt) return records;
  }
  // What is left may be a record cut in two; it is looked at only where there is little else.
  if (records.length < 3) records.push(...splitter.finish());
  return records;
}

/** The commonest width, and the share of rows that have it. */
function measure(records: readonly LibraryRecord[]): { width: number; share: number } {
  const counts = new Map<number, number>();
  for (const { cells } of records) counts.set(cells.length, (counts.get(cells.length) ?? 0) + 1);
  let width = 1;
  let most = 0;
  for (const [candidate, count] of counts) {
    if (count > most) [width, most] = [candidate, count];
  }
  return { width, share: records.length === 0 ? 0 : most / records.length };
}

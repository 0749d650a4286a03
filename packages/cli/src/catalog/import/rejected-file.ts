import { formatCells } from '../../library/output/format-cell.ts';
import { openOutput } from '../../library/output/replace-file.ts';
import { noSink, type TextSink } from '../../library/output/text-sink.ts';
import type { Library } from '../../library/read-library.ts';
import type { LibraryRecord } from '../../library/records/library-record.ts';
import { describeReason } from './import-report.ts';

export interface RejectedFile extends Pick<TextSink, 'finish' | 'abandon'> {
  add(record: LibraryRecord, reason: string): Promise<void>;
}

/**
 * Keeps rejected rows as they stand in their file, each with its line and the reason behind it: mended there, they can be
 * imported from it. Written whole or not at all; without a path, nowhere.
 */
export async function openRejectedFile(path: string | undefined, library: Library): Promise<RejectedFile> {
  const sink = path === undefined ? noSink : await openOutput(path);
  const { delimiter, newline } = library.dialect;
  const { names } = library.columns;
  const write = (cells: readonly string[]) => sink.write(`${formatCells(cells, delimiter)}${newline}`);
  const fill = (cells: readonly string[]) => Array.from({ length: library.width }, (_, column) => cells[column] ?? '');
  const mark = library.file.encoding.markLength > 0 ? '\u{FEFF}' : '';
  await sink.write(mark);
  await write([...fill(names), 'rejected_line', 'rejected_reason']);
  return {
    add: ({ lineNumber, cells }, reason) => write([...fill(cells), String(lineNumber), describeReason(reason)]),
    finish: () => sink.finish(),
    abandon: () => sink.abandon(),
  };
}

import { formatCells } from '../../library/output/format-cell.ts';
import { openOutput } from '../../library/output/replace-file.ts';
import { noSink, type TextSink } from '../../library/output/text-sink.ts';
import type { Library } from '../../library/read-library.ts';
import type { LibraryRecord } from '../../library/records/library-record.ts';

export interface RowsFile extends Pick<TextSink, 'finish' | 'abandon'> {
  add(record: LibraryRecord, values: readonly string[]): Promise<void>;
}

/**
 * Keeps rows as they stand in their file, each with what came of it behind it: mended there, they can be imported from it.
 * Written whole or not at all; without a path, nowhere.
 */
export async function openRowsFile(
  path: string | undefined,
  library: Library,
  addedNames: readonly string[],
): Promise<RowsFile> {
  const sink = path === undefined ? noSink : await openOutput(path);
  const { delimiter, newline } = library.dialect;
  const { names } = library.columns;
  const write = (cells: readonly string[]) => sink.write(`${formatCells(cells, delimiter)}${newline}`);
  const fill = (cells: readonly string[]) => Array.from({ length: library.width }, (_, column) => cells[column] ?? '');
  await sink.write(library.file.encoding.markLength > 0 ? '\u{FEFF}' : '');
  await write([...fill(names), ...addedNames]);
  return {
    add: ({ cells }, values) => write([...fill(cells), ...values]),
    finish: () => sink.finish(),
    abandon: () => sink.abandon(),
  };
}

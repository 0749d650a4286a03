import { quote } from './columns/column-error.ts';
import { columnFields, keptFields } from './columns/column-field.ts';
import { formatRows } from './format-count.ts';
import type { Library } from './read-library.ts';

const delimiterNames: Readonly<Record<string, string>> = {
  ',': 'commas',
  ';': 'semicolons',
  '\t': 'tabs',
  '|': 'pipes',
  ' ': 'spaces',
};

/** How a library was read, so that a wrong guess is seen at once. */
export function* describeLibrary(library: Library): Generator<string> {
  const { file, dialect, columns } = library;
  const delimiter = delimiterNames[dialect.delimiter] ?? quote(dialect.delimiter);
  const mark = file.encoding.markLength > 0 ? ' with a byte order mark' : '';
  const program = columns.recognised === null ? '' : `, ${columns.recognised}`;
  yield `${file.path}: read as ${file.encoding.name}${mark}, cells between ${delimiter}, ${formatRows(library.rowCount)}${program}`;
  if (!file.encoding.sure)
    yield '  the letters look wrong in every encoding that is guessed; --encoding names the right one';
  if (!columns.hasHeader) yield '  the first line is read as a record, not as a header (--header says it is one)';
  const fields = [...new Set([...columnFields, ...keptFields])].flatMap((field) => {
    const column = columns.map[field];
    if (column === undefined) return [];
    return [`${field} = ${columns.hasHeader ? quote(columns.names[column] ?? '') : `column ${column + 1}`}`];
  });
  yield `  ${fields.join(', ')}`;
}

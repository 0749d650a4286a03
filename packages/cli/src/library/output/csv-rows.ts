import type { BulkResolveResult } from '@deadwax/contract/schemas';
import type { Library } from '../read-library.ts';
import type { LibraryRecord } from '../records/library-record.ts';
import { formatCell, formatCells } from './format-cell.ts';
import { extraColumns, identityColumns, type OutputColumn } from './identity-columns.ts';
import { candidatesColumn, verdictColumns } from './verdict-columns.ts';

/** More cells than the header by so many get columns of their own; a row with still more has the rest in its last one. */
const mostExtraColumns = 20;

/** Writes the user's own cells as they stand in the file, and what was found beside them. */
export class CsvRows {
  readonly header: string;
  private readonly columns: readonly OutputColumn[];
  private readonly width: number;
  private readonly delimiter: string;
  private readonly newline: string;

  constructor(library: Library, extraSources: Iterable<string>) {
    const { names } = library.columns;
    this.delimiter = library.dialect.delimiter;
    this.newline = library.dialect.newline;
    this.width = Math.min(library.width, names.length + mostExtraColumns);
    this.columns = [...verdictColumns, ...identityColumns(), ...extraColumns(extraSources), candidatesColumn];
    const own = [
      ...names,
      ...Array.from({ length: this.width - names.length }, (_, index) => `deadwax_extra_${index + 1}`),
    ];
    const added = freeNames(
      this.columns.map(({ name }) => name),
      own,
    );
    const mark = library.file.encoding.markLength > 0 ? '\u{FEFF}' : '';
    this.header = `${mark}${formatCells([...own, ...added], this.delimiter)}${this.newline}`;
  }

  present(record: LibraryRecord, result: BulkResolveResult): string {
    const added = this.columns.map((column) => formatCell(column.present(result), this.delimiter));
    return `${this.presentOwn(record)}${this.delimiter}${added.join(this.delimiter)}${this.newline}`;
  }

  private presentOwn({ cells, raw, wellFormed }: LibraryRecord): string {
    if (wellFormed && cells.length === this.width) return raw;
    const own = cells.slice(0, this.width);
    while (own.length < this.width) own.push('');
    const rest = cells.slice(this.width);
    if (rest.some((cell) => cell.trim() !== '')) own[this.width - 1] += `${this.delimiter}${rest.join(this.delimiter)}`;
    return formatCells(own, this.delimiter);
  }
}

/** Our names, set apart from the user's where a name is taken. */
function freeNames(names: readonly string[], taken: readonly string[]): string[] {
  const used = new Set(taken.map((name) => name.toLowerCase()));
  return names.map((name) => {
    let free = name;
    while (used.has(free)) free = `deadwax_${free}`;
    used.add(free);
    return free;
  });
}

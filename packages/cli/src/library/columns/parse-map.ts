import { CliError, exitCode } from '../../cli-error.ts';
import { type ColumnField, columnFields } from './column-field.ts';

/** What `--map` says: a column by name or number, or null where a field is to be read from none. */
export type ColumnChoices = ReadonlyMap<ColumnField, string | null>;

const aliases: Readonly<Record<string, ColumnField>> = {
  artist_name: 'artist',
  title: 'album',
  album_title: 'album',
  library_id: 'id',
  catno: 'catalog_number',
  compilation: 'is_compilation',
};

/** Parses `artist=COLUMN`; `label=` says that no column is the label. */
export function parseMap(values: readonly string[]): ColumnChoices {
  const choices = new Map<ColumnField, string | null>();
  for (const value of values) {
    const border = value.indexOf('=');
    if (border < 1) throw usage(`--map takes FIELD=COLUMN, not ${JSON.stringify(value)}`);
    const name = value.slice(0, border).trim().toLowerCase().replace(/[\s-]/g, '_');
    const field = aliases[name] ?? columnFields.find((one) => one === name);
    if (field === undefined) throw usage(`--map does not know the field ${JSON.stringify(name)}`);
    if (choices.has(field)) throw usage(`--map names a column for ${field} twice`);
    choices.set(field, value.slice(border + 1) || null);
  }
  return choices;
}

function usage(message: string): CliError {
  return new CliError(message, { exitCode: exitCode.usage, hint: `Fields: ${columnFields.join(', ')}.` });
}

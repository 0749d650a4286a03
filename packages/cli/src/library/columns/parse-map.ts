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
export function parseMap(values: readonly string[], fields: readonly ColumnField[] = columnFields): ColumnChoices {
  const choices = new Map<ColumnField, string | null>();
  for (const value of values) {
    const border = value.indexOf('=');
    if (border < 1) throw usage(`--map takes FIELD=COLUMN, not ${JSON.stringify(value)}`, fields);
    const name = value.slice(0, border).trim().toLowerCase().replace(/[\s-]/g, '_');
    const field = fields.find((one) => one === (aliases[name] ?? name));
    if (field === undefined) throw usage(`--map does not know the field ${JSON.stringify(name)}`, fields);
    if (choices.has(field)) throw usage(`--map names a column for ${field} twice`, fields);
    choices.set(field, value.slice(border + 1) || null);
  }
  return choices;
}

function usage(message: string, fields: readonly ColumnField[]): CliError {
  return new CliError(message, { exitCode: exitCode.usage, hint: `Fields: ${fields.join(', ')}.` });
}

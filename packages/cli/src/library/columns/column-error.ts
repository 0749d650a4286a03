import { CliError, exitCode } from '../../cli-error.ts';

const shownColumns = 30;

/** A library whose columns are not clear, with the columns there are and the way to name them. */
export function columnError(message: string, names: readonly string[]): CliError {
  const columns = names.slice(0, shownColumns).map((name, index) => `${index + 1} ${quote(name)}`);
  const more = names.length > shownColumns ? `, and ${names.length - shownColumns} more` : '';
  return new CliError(message, {
    exitCode: exitCode.usage,
    hint: `Columns: ${columns.join(', ')}${more}. Say which is which by name or number: --map artist=COLUMN --map album=COLUMN.`,
  });
}

export function quote(name: string): string {
  const shown = name.length > 40 ? `${name.slice(0, 40)}…` : name;
  return JSON.stringify(shown);
}

import type { Command } from 'commander';
import { CliError, exitCode } from '../cli-error.ts';
import { type ColumnField, columnFields } from './columns/column-field.ts';
import { parseMap } from './columns/parse-map.ts';
import { isEncodingName } from './encoding/detect-encoding.ts';
import type { ReadOptions } from './read-library.ts';
import { parseDelimiter } from './records/detect-dialect.ts';

/** What a person says of a file instead of leaving it to be guessed. */
export interface ReadingFlags {
  readonly map: string[];
  readonly delimiter?: string;
  readonly encoding?: string;
  readonly header?: boolean;
  readonly limit?: string;
}

export function addReadingOptions(command: Command, fields: readonly ColumnField[] = columnFields): Command {
  return command
    .option(
      '--map <field=column>',
      `read a field from a column, by name or number (may be repeated): ${fields.join(', ')}`,
      (value: string, previous: string[]) => [...previous, value],
      [],
    )
    .option('--delimiter <character>', 'what stands between cells, instead of guessing: , ; | or tab')
    .option('--encoding <name>', 'the encoding of the file, instead of guessing: utf-8, latin1, mac-roman, …')
    .option('--header', 'the first line names the columns')
    .option('--no-header', 'the first line is a record')
    .option('--limit <rows>', 'read no more rows than this');
}

export function parseReadingFlags(
  file: string,
  flags: ReadingFlags,
  fields: readonly ColumnField[] = columnFields,
): ReadOptions {
  const delimiter = flags.delimiter === undefined ? undefined : parseDelimiter(flags.delimiter);
  if (delimiter === null)
    throw usage(`--delimiter takes one character or the word tab, not ${JSON.stringify(flags.delimiter)}`);
  if (flags.encoding !== undefined && !isEncodingName(flags.encoding)) {
    throw usage(
      `--encoding does not know ${JSON.stringify(flags.encoding)}`,
      'It takes utf-8, latin1, windows-1252, mac-roman, utf-16le, shift_jis and other names of the web.',
    );
  }
  if (flags.limit !== undefined && !/^[1-9]\d{0,14}$/.test(flags.limit))
    throw usage(`--limit takes a number of rows, not ${JSON.stringify(flags.limit)}`);
  const limit = flags.limit === undefined ? undefined : Number(flags.limit);
  const { encoding, header } = flags;
  return { file, choices: parseMap(flags.map, fields), fields, delimiter, encoding, header, limit };
}

function usage(message: string, hint?: string): CliError {
  return new CliError(message, { exitCode: exitCode.usage, ...(hint ? { hint } : {}) });
}

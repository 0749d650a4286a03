import { stat } from 'node:fs/promises';
import { extname } from 'node:path';
import { CliError, exitCode } from '../../cli-error.ts';

export const outputFormats = ['csv', 'ndjson'] as const;
export type OutputFormat = (typeof outputFormats)[number];

const formatOfExtension: Readonly<Record<string, OutputFormat>> = {
  '.csv': 'csv',
  '.tsv': 'csv',
  '.tab': 'csv',
  '.txt': 'csv',
  '.ndjson': 'ndjson',
  '.jsonl': 'ndjson',
};

/** The format that was asked for, or the one the name of the output file says. */
export function chooseFormat(asked: OutputFormat | undefined, out: string | undefined): OutputFormat {
  if (asked !== undefined) return asked;
  if (out === undefined) return 'csv';
  const format = formatOfExtension[extname(out).toLowerCase()];
  if (format !== undefined) return format;
  throw new CliError(`the name ${out} does not say what format to write`, {
    exitCode: exitCode.usage,
    hint: 'End it in .csv or .ndjson, or say --format csv or --format ndjson.',
  });
}

/** Refuses to write over the library itself, by whatever name it is called. */
export async function checkNotInput(out: string, file: string, option = '--out'): Promise<void> {
  const [target, source] = await Promise.all([out, file].map((path) => stat(path).catch(() => null)));
  if (target && source && target.dev === source.dev && target.ino === source.ino) {
    throw new CliError(`${option} ${out} is the library itself`, {
      exitCode: exitCode.usage,
      hint: 'Name another file: the library is never changed.',
    });
  }
}

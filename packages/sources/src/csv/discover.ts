import { readdir, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { ImportError } from '../errors.ts';
import { unreadable } from '../files/file-chunks.ts';
import type { InputFile } from '../source.ts';

const NAME = /\.(csv|tsv|txt)(\.(gz|bz2|xz))?$/i;

/** The file named, whatever its name, or the CSV files of a folder in the order of their paths. */
export async function discoverCsv(path: string): Promise<InputFile[]> {
  const stats = await stat(path).catch((cause: unknown) => {
    throw unreadable(path, cause);
  });
  if (!stats.isDirectory()) return [toInput(path, stats.size)];
  const entries = await readdir(path, { recursive: true, withFileTypes: true });
  const paths = entries.filter((entry) => NAME.test(entry.name)).map((entry) => join(entry.parentPath, entry.name));
  const files = await Promise.all(paths.sort().map(async (each) => toInput(each, (await stat(each)).size)));
  if (files.length > 0) return files;
  throw new ImportError('not_a_dump', `${path} has no .csv or .tsv file in it.`, { file: path });
}

function toInput(path: string, bytes: number): InputFile {
  const [, year, month, day] = /(?<!\d)(20\d\d)-?(0[1-9]|1[0-2])-?([0-3]\d)(?!\d)/.exec(basename(path)) ?? [];
  return { path, kind: 'records', bytes, dumpDate: year === undefined ? null : `${year}-${month}-${day}` };
}

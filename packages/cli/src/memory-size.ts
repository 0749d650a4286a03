import { totalmem } from 'node:os';
import { CliError, exitCode } from './cli-error.ts';

/** Megabytes: never less, and never more than Discogs whole wants. */
const [LEAST, MOST] = [1000, 3500] as const;
const MEGABYTE = 1_000_000;

/** Bytes of memory that this process may come to use: the machine's, or less where a container is held to less. */
export function countUsableMemory(): number {
  const held = process.constrainedMemory();
  return held > 0 ? Math.min(held, totalmem()) : totalmem();
}

/** What DuckDB may use where nobody says, of so many usable bytes: half, as the rest of a build takes up to as much again. */
export function chooseMemory(usable: number): string {
  const half = Math.floor(usable / 2 / MEGABYTE);
  return `${Math.min(Math.max(half, LEAST), MOST)}MB`;
}

/** A size as DuckDB reads it. Throws CliError for anything else. */
export function checkSize(text: string): string {
  const size = /^(\d+(?:\.\d+)?)\s?[kmgt]i?b$/i.exec(text);
  if (size && Number(size[1]) > 0) return text;
  throw new CliError(`--memory takes a size, as 2GB or 512MiB, not ${text}`, { exitCode: exitCode.usage });
}

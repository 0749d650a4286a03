import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';

/** The names of a file, one a line. */
export function readNames(file: string): AsyncIterable<string> {
  return createInterface({ input: createReadStream(file), crlfDelay: Number.POSITIVE_INFINITY });
}

export async function readAllNames(file: string): Promise<string[]> {
  const names: string[] = [];
  for await (const name of readNames(file)) names.push(name);
  return names;
}

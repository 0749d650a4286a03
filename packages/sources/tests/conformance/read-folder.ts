import type { ReadReport, Source, Value } from '../../src/source.ts';
import { type MemoryContext, memoryContext } from '../memory-sink.ts';

export interface ReadFolder {
  readonly context: MemoryContext;
  readonly reports: readonly ReadReport[];
}

/** Reads every dump of a source that a folder or file has. */
export async function readFolder(
  source: Source,
  path: string,
  options: { allowTruncated?: boolean; signal?: AbortSignal } = {},
): Promise<ReadFolder> {
  const context = memoryContext(source, options);
  const reports = [];
  for (const file of await source.discover(path)) reports.push(await source.read(file, context));
  return { context, reports };
}

/** All rows by table. */
export function rowsOf(source: Source, { context }: ReadFolder): Record<string, readonly (readonly Value[])[]> {
  return Object.fromEntries(source.tables.map(({ name }) => [name, context.sink.rows(name)]));
}

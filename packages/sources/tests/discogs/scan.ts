import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DUMP_KINDS, type DumpKindName } from '../../src/discogs/kinds.ts';
import { readArtist } from '../../src/discogs/records/artist.ts';
import { readLabel } from '../../src/discogs/records/label.ts';
import { readMaster } from '../../src/discogs/records/master.ts';
import { readRelease } from '../../src/discogs/records/release.ts';
import { discogsSource } from '../../src/discogs/source.ts';
import { RecordStream } from '../../src/discogs/xml/record-stream.ts';
import type { QuarantinedRecord } from '../../src/quarantine.ts';
import type { ReadReport } from '../../src/source.ts';
import { type MemoryContext, memoryContext } from '../memory-sink.ts';

const READERS = { artists: readArtist, labels: readLabel, masters: readMaster, releases: readRelease };

export interface Scan {
  readonly records: unknown[];
  readonly bad: QuarantinedRecord[];
  readonly truncated: boolean;
  readonly repaired: { control_character: number; invalid_utf8: number };
}

/** The records of some bytes, given to the scanner in these pieces. */
export function scan(
  kind: DumpKindName,
  chunks: Iterable<Uint8Array>,
  options: { windowBytes?: number; maxRecordBytes?: number } = {},
): Scan {
  const records: unknown[] = [];
  const bad: QuarantinedRecord[] = [];
  const stream = new RecordStream({
    ...options,
    file: 'test.xml',
    kind: DUMP_KINDS[kind],
    onBad: (record) => bad.push(record),
    onRecord: (cursor) => {
      records.push(READERS[kind](cursor));
      return null;
    },
  });
  for (const chunk of chunks) stream.push(chunk);
  const truncated = stream.end();
  return { records, bad, truncated, repaired: stream.repaired };
}

/** Cuts bytes into pieces of these sizes, over and over. */
export function* cut(bytes: Uint8Array, sizes: readonly number[]): Generator<Uint8Array> {
  for (let at = 0, k = 0; at < bytes.length; k += 1) {
    const size = sizes[k % sizes.length]!;
    yield bytes.slice(at, at + size);
    at += size;
  }
}

export function withFolder<T>(use: (folder: string) => T | Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'discogs-test-'));
  return Promise.resolve(use(folder)).finally(() => rmSync(folder, { recursive: true }));
}

/** Reads a file of these bytes through the source. */
export async function readBytes(
  kind: DumpKindName,
  bytes: string | Uint8Array,
  options: { allowTruncated?: boolean; signal?: AbortSignal } = {},
): Promise<{ report: ReadReport; context: MemoryContext }> {
  return await withFolder(async (folder) => {
    const path = join(folder, `${kind}.xml`);
    writeFileSync(path, bytes);
    const context = memoryContext(discogsSource, options);
    const report = await discogsSource.read({ path, kind, bytes: bytes.length, dumpDate: null }, context);
    return { report, context };
  });
}

/** A row as an object, by column. */
export function rowObjects(context: MemoryContext, table: string): Record<string, unknown>[] {
  const columns = Object.keys(discogsSource.tables.find(({ name }) => name === table)!.columns);
  return context.sink
    .rows(table)
    .map((values) => Object.fromEntries(columns.map((column, index) => [column, values[index]])));
}

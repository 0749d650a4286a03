import { createReadStream } from 'node:fs';
import type { ReleaseRecord } from '@deadwax/sources/discogs/records/release';
import { writeRelease } from '@deadwax/sources/discogs/rows/release-rows';
import { discogsSource } from '@deadwax/sources/discogs/source';
import type { RowSink } from '@deadwax/sources/source';
import { SaxesRecords } from '../../../packages/sources/tests/discogs/saxes-records.ts';

/** What a reader did: equal for all that do the same work. */
export interface Extraction {
  readonly records: number;
  readonly rows: number;
  /** Sum of the lengths of all values: tells that the rows hold the same text. */
  readonly characters: number;
}

class CountingSink implements RowSink {
  records = 0;
  rows = 0;
  characters = 0;

  row(_table: string, values: Parameters<RowSink['row']>[1]): void {
    this.rows += 1;
    for (let k = 0; k < values.length; k += 1) {
      const value = values[k]!;
      if (typeof value === 'string') this.characters += value.length;
    }
  }

  record(): void {
    this.records += 1;
  }

  drain(): Promise<void> {
    return Promise.resolve();
  }

  get result(): Extraction {
    return { records: this.records, rows: this.rows, characters: this.characters };
  }
}

async function readWithDeadwax(path: string): Promise<Extraction> {
  const sink = new CountingSink();
  await discogsSource.read(
    { path, kind: 'releases', bytes: 0, dumpDate: null },
    {
      sink,
      quarantine: {
        count: 0,
        add: ({ reason, offset }) => {
          throw new Error(`${reason} at ${offset}`);
        },
      },
      signal: new AbortController().signal,
      allowTruncated: false,
      onProgress: () => undefined,
    },
  );
  return sink.result;
}

async function readWithSaxes(path: string): Promise<Extraction> {
  const sink = new CountingSink();
  const saxes = new SaxesRecords('releases', (record) => {
    const release = record as ReleaseRecord;
    writeRelease(sink, release.id!, release);
  });
  const text = createReadStream(path, { encoding: 'utf8', highWaterMark: 262_144 }) as AsyncIterable<string>;
  for await (const chunk of text) saxes.write(chunk);
  saxes.close();
  return sink.result;
}

export const READERS = { deadwax: readWithDeadwax, saxes: readWithSaxes } as const;

export type ReaderName = keyof typeof READERS;

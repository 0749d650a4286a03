import type { Quarantine, QuarantinedRecord } from '../src/quarantine.ts';
import type { ReadContext, RowSink, Source, Value } from '../src/source.ts';

interface RecordMark {
  readonly key: string;
}

/** Keeps rows in memory, by table; a record that repeats replaces its earlier rows, as in a snapshot. */
export class MemorySink implements RowSink {
  readonly #rows = new Map<string, { mark: RecordMark | undefined; values: readonly Value[] }[]>();
  readonly #groups = new Map<string, string>();
  readonly #current = new Map<string, RecordMark>();
  readonly #latest = new Map<string, RecordMark>();
  drained = 0;

  constructor(source: Source) {
    for (const table of source.tables) {
      this.#rows.set(table.name, []);
      this.#groups.set(table.name, table.recordGroup);
    }
  }

  record(group: string, id: string | number): void {
    const mark = { key: `${group} ${id}` };
    this.#current.set(group, mark);
    this.#latest.set(mark.key, mark);
  }

  row(table: string, values: readonly Value[]): void {
    const rows = this.#rows.get(table);
    if (rows === undefined) throw new Error(`no table ${table}`);
    rows.push({ mark: this.#current.get(this.#groups.get(table) ?? ''), values });
  }

  drain(): Promise<void> {
    this.drained += 1;
    return Promise.resolve();
  }

  rows(table: string): readonly (readonly Value[])[] {
    return (this.#rows.get(table) ?? [])
      .filter(({ mark }) => mark === undefined || this.#latest.get(mark.key) === mark)
      .map(({ values }) => values);
  }
}

class MemoryQuarantine implements Quarantine {
  readonly records: QuarantinedRecord[] = [];

  add(record: QuarantinedRecord): void {
    this.records.push(record);
  }

  get count(): number {
    return this.records.length;
  }
}

export interface MemoryContext extends ReadContext {
  readonly sink: MemorySink;
  readonly quarantine: MemoryQuarantine;
  /** Every value told to `onProgress`. */
  readonly progress: number[];
}

export function memoryContext(
  source: Source,
  options: { allowTruncated?: boolean; signal?: AbortSignal } = {},
): MemoryContext {
  const progress: number[] = [];
  return {
    sink: new MemorySink(source),
    quarantine: new MemoryQuarantine(),
    signal: options.signal ?? new AbortController().signal,
    allowTruncated: options.allowTruncated ?? false,
    onProgress: (bytes) => progress.push(bytes),
    progress,
  };
}

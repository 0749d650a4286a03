import { Ascending } from './ascending.ts';
import type { IndexFile, IndexWriter } from './index-file.ts';
import { type Numbers, u32 } from './number-column.ts';
import { OffsetsBuilder, PackedOffsets } from './packed-offsets.ts';

/** Rows that belong to owners, owner by owner: where the rows of one stand. */
export class Runs {
  readonly #offsets: PackedOffsets;

  constructor(file: IndexFile, name: string) {
    this.#offsets = new PackedOffsets(file, name);
  }

  /** Reads what tells of an owner, for nothing but to have it at hand. */
  touch(owner: number): number {
    return this.#offsets.touch(owner);
  }

  start(owner: number): number {
    return this.#offsets.start(owner);
  }

  count(owner: number): number {
    return this.#offsets.lengthOf(owner);
  }
}

/** The same where few owners have any rows. */
export class SparseRuns {
  readonly #owners: Ascending;
  readonly #runs: Runs;

  constructor(file: IndexFile, name: string) {
    this.#owners = new Ascending(file.u32(`${name}.owner`));
    this.#runs = new Runs(file, name);
  }

  /** Where the rows of an owner begin and end. */
  of(owner: number): readonly [start: number, end: number] {
    const place = this.#owners.find(owner);
    if (place < 0) return [0, 0];
    const start = this.#runs.start(place);
    return [start, start + this.#runs.count(place)];
  }
}

/** Notes rows that come owner by owner, ascending. */
export class RunsBuilder {
  readonly #offsets = new OffsetsBuilder();
  readonly #starts = u32();
  #owner = 0;
  #rows = 0;

  /** Notes that the next row belongs to `owner`. */
  add(owner: number): void {
    this.#upTo(owner);
    this.#rows += 1;
  }

  /** Writes whose the rows are; returns where each owner's begin, and where the last one's end. */
  write(name: string, owners: number, writer: IndexWriter): Uint32Array {
    this.#upTo(owners);
    this.#offsets.write(name, writer);
    this.#starts.push(this.#offsets.total);
    return this.#starts.join();
  }

  #upTo(owner: number): void {
    for (; this.#owner < owner; this.#owner += 1) {
      this.#starts.push(this.#offsets.total);
      this.#offsets.push(this.#rows);
      this.#rows = 0;
    }
  }
}

/** Notes rows of few owners that come owner by owner, ascending. */
export class SparseRunsBuilder {
  readonly #owners = u32();
  readonly #offsets = new OffsetsBuilder();
  #last = -1;
  #rows = 0;

  add(owner: number): void {
    if (this.#last !== owner) {
      if (this.#rows > 0) this.#offsets.push(this.#rows);
      this.#owners.push(owner);
      this.#last = owner;
      this.#rows = 0;
    }
    this.#rows += 1;
  }

  write(name: string, writer: IndexWriter): void {
    if (this.#rows > 0) this.#offsets.push(this.#rows);
    writer.add(`${name}.owner`, this.#owners.blocks());
    this.#offsets.write(name, writer);
  }
}

export interface Grouped {
  /** Where each owner's rows begin, and where the last one's end. */
  readonly starts: Uint32Array;
  readonly values: Uint32Array;
}

/** Groups values by owner (a counting sort): within an owner they keep the order they came in. */
export function groupByOwner(owners: readonly Uint32Array[], values: readonly Uint32Array[], count: number): Grouped {
  const next = new Uint32Array(count + 1);
  for (const block of owners) for (let at = 0; at < block.length; at += 1) next[(block[at] as number) + 1]! += 1;
  for (let owner = 0; owner < count; owner += 1) next[owner + 1]! += next[owner] as number;
  const starts = next.slice();
  const grouped = new Uint32Array(starts[count] as number);
  for (const [place, block] of owners.entries()) {
    const from = values[place] as Uint32Array;
    for (let at = 0; at < block.length; at += 1) {
      const owner = block[at] as number;
      const to = next[owner] as number;
      grouped[to] = from[at] as number;
      next[owner] = to + 1;
    }
  }
  return { starts, values: grouped };
}

/** Sorts each owner's values and takes out what stands there twice. */
export function sortRuns({ starts, values }: Grouped): Grouped {
  const kept = new Uint32Array(starts.length);
  let length = 0;
  for (let owner = 0; owner + 1 < starts.length; owner += 1) {
    const [start, end] = [starts[owner] as number, starts[owner + 1] as number];
    if (end - start > 1) values.subarray(start, end).sort();
    for (let at = start; at < end; at += 1) {
      if (at > start && values[at] === values[at - 1]) continue;
      values[length] = values[at] as number;
      length += 1;
    }
    kept[owner + 1] = length;
  }
  return { starts: kept, values: values.subarray(0, length) };
}

/** Writes grouped rows: `<name>` says whose they are, `<name>.<column>` what they are. */
export function writeGrouped(
  name: string,
  starts: Uint32Array,
  columns: Readonly<Record<string, Numbers>>,
  writer: IndexWriter,
): void {
  const offsets = new OffsetsBuilder();
  for (let owner = 0; owner + 1 < starts.length; owner += 1)
    offsets.push((starts[owner + 1] as number) - (starts[owner] as number));
  offsets.write(name, writer);
  for (const [column, values] of Object.entries(columns)) writer.add(`${name}.${column}`, values);
}

import { damaged } from './check-sections.ts';
import type { IndexFile, IndexWriter } from './index-file.ts';
import { PackedOffsets, writeOffsets } from './packed-offsets.ts';
import { bitsFor, placeOf } from './text-table.ts';

/** Entries a bucket has on average: with so few the place of an entry says most of its hash. */
const FILL = 4;
const SHORT_ENTRY = 3;
const LONG_ENTRY = 4;
const MOST_AT_ONCE = 256;
const buckets = new Uint32Array(MOST_AT_ONCE);
const from = new Uint32Array(MOST_AT_ONCE);
/** Written and never read: memory answers reads that are asked for at once while others are under way. */
const fetched = new Uint8Array(MOST_AT_ONCE);

/** Calls back with each hash and its item, the same ones every time. */
export type EachHash = (visit: (hash: number, item: number) => void) => void;

/** How many items there may be, and how many bits of the hash an entry must have room for: none where telling items apart is cheap. */
export interface Filed {
  readonly items: number;
  readonly leastTag: number;
}

/** Keys that share no part are told apart by their letters, at once. */
export const PIECE_TAG = 0;
/** Keys of other scripts are written in Latin letters again to be told apart: one that shares a bucket costs some 5 µs. */
export const LOOSE_TAG = 6;

/** An entry holds its item, and above it as many bits of the hash as three bytes have room for; four where those are too few. */
function entryBytes({ items, leastTag }: Filed): number {
  return bitsFor(items) + leastTag <= 8 * SHORT_ENTRY ? SHORT_ENTRY : LONG_ENTRY;
}

/** What an entry has of a hash, above the bits of the item. */
function tagOf(hash: number, bits: number, size: number): number {
  return size === LONG_ENTRY ? hash << bits : (hash << bits) & 0xffffff;
}

/**
 * Writes items filed under hashes, within a bucket in the order they come. Three rounds over them, so that nothing is held
 * twice.
 */
export function writeHashBuckets(name: string, filed: Filed, each: EachHash, writer: IndexWriter): void {
  let count = 0;
  each(() => {
    count += 1;
  });
  const starts = new Uint32Array(Math.max(1, Math.ceil(count / FILL)));
  each((hash) => {
    const bucket = placeOf(hash, starts.length);
    starts[bucket] = (starts[bucket] as number) + 1;
  });
  writeOffsets(name, starts, writer);
  // From lengths to beginnings.
  for (let bucket = 0, sum = 0; bucket < starts.length; bucket += 1) {
    const length = starts[bucket] as number;
    starts[bucket] = sum;
    sum += length;
  }
  writer.add(`${name}.entries`, layEntries(count, filed, starts, each));
}

function layEntries(count: number, filed: Filed, next: Uint32Array, each: EachHash): Uint8Array {
  const size = entryBytes(filed);
  const bits = bitsFor(filed.items);
  const entries = new Uint8Array(count * size);
  each((hash, item) => {
    const bucket = placeOf(hash, next.length);
    const place = next[bucket] as number;
    next[bucket] = place + 1;
    const entry = item | tagOf(hash, bits, size);
    for (let byte = 0; byte < size; byte += 1) entries[place * size + byte] = entry >>> (8 * byte);
  });
  return entries;
}

/** Items filed under hashes. */
export class HashBuckets {
  readonly #starts: PackedOffsets;
  readonly #entries: Uint8Array;
  readonly #size: number;
  readonly #bits: number;
  readonly #mask: number;

  constructor(file: IndexFile, name: string, filed: Filed) {
    this.#entries = file.u8(`${name}.entries`);
    this.#size = entryBytes(filed);
    this.#bits = bitsFor(filed.items);
    this.#mask = 2 ** this.#bits - 1;
    this.#starts = new PackedOffsets(file, name);
    if (this.#starts.end !== this.#entries.length / this.#size) throw damaged(name);
  }

  /**
   * Writes the items that may lie under the first `count` hashes to `into`, as many as there is room for; how many. All buckets
   * are asked for before the first is gone through.
   */
  read(hashes: Uint32Array, count: number, into: Uint32Array): number {
    const starts = this.#starts;
    for (let at = 0; at < count; at += 1) {
      const bucket = placeOf(hashes[at] as number, starts.length);
      buckets[at] = bucket;
      fetched[at] = starts.touch(bucket);
    }
    for (let at = 0; at < count; at += 1) {
      const start = starts.start(buckets[at] as number);
      from[at] = start;
      fetched[at] = this.#entries[start * this.#size] as number;
    }
    let found = 0;
    for (let at = 0; at < count; at += 1) found = this.#readBucket(hashes[at] as number, at, into, found);
    return found;
  }

  #readBucket(hash: number, place: number, into: Uint32Array, count: number): number {
    const [entries, size, bits] = [this.#entries, this.#size, this.#bits];
    const start = from[place] as number;
    const end = Math.min((start + this.#starts.lengthOf(buckets[place] as number)) * size, entries.length);
    const tag = tagOf(hash, bits, size) >>> bits;
    let found = count;
    for (let at = start * size; at < end; at += size) {
      let entry = (entries[at] as number) | ((entries[at + 1] as number) << 8) | ((entries[at + 2] as number) << 16);
      if (size === LONG_ENTRY) entry |= (entries[at + 3] as number) << 24;
      if (entry >>> bits !== tag || found === into.length) continue;
      into[found] = entry & this.#mask;
      found += 1;
    }
    return found;
  }
}

import { bitsFor, placeOf } from './text-table.ts';

/** Entries a bucket has on average: they fill a line of memory. */
const FILL = 12;

/** Items filed under hashes. An entry holds the item and above it as much of the hash as there is room for. */
export interface HashBuckets {
  /** Where each bucket begins, and where the last one ends. */
  readonly starts: Uint32Array;
  readonly entries: Uint32Array;
  /** Bits of an entry that hold the item. */
  readonly bits: number;
}

/** Calls back with each hash and its item, the same ones every time. */
export type EachHash = (visit: (hash: number, item: number) => void) => void;

/** Lays items out by hash, in the order they come within a bucket. Three rounds over them, so that nothing is held twice. */
export function layHashBuckets(items: number, each: EachHash): { starts: Uint32Array; entries: Uint32Array } {
  let count = 0;
  each(() => {
    count += 1;
  });
  const buckets = Math.max(1, Math.ceil(count / FILL));
  const starts = new Uint32Array(buckets + 1);
  each((hash) => {
    const bucket = placeOf(hash, buckets);
    starts[bucket] = (starts[bucket] as number) + 1;
  });
  // From counts to beginnings.
  for (let bucket = 0, sum = 0; bucket <= buckets; bucket += 1) {
    sum += starts[bucket] as number;
    starts[bucket] = sum - (starts[bucket] as number);
  }
  const entries = new Uint32Array(count);
  const bits = bitsFor(items);
  each((hash, item) => {
    const bucket = placeOf(hash, buckets);
    const at = starts[bucket] as number;
    entries[at] = item | (hash << bits);
    starts[bucket] = at + 1;
  });
  // Each bucket's place has moved to where the next one begins.
  starts.copyWithin(1, 0, buckets);
  starts[0] = 0;
  return { starts, entries };
}

export function hashBuckets(starts: Uint32Array, entries: Uint32Array, items: number): HashBuckets {
  return { starts, entries, bits: bitsFor(items) };
}

/** Appends the items that may lie under a hash to `into` from `count` on, as many as there is room for; how many then. */
export function readBucket(buckets: HashBuckets, hash: number, into: Uint32Array, count: number): number {
  const bucket = placeOf(hash, buckets.starts.length - 1);
  const end = Math.min(buckets.starts[bucket + 1] as number, buckets.entries.length);
  return readEntries(buckets, { hash, start: buckets.starts[bucket] as number, end }, into, count);
}

const MOST_AT_ONCE = 256;
const from = new Uint32Array(MOST_AT_ONCE);
const to = new Uint32Array(MOST_AT_ONCE);
/** Written and never read: memory answers reads that are asked for at once while others are under way. */
const fetched = new Uint32Array(MOST_AT_ONCE);

/** Writes the items that may lie under the first `count` hashes to `into`, as many as there is room for; how many. */
export function readBuckets(buckets: HashBuckets, hashes: Uint32Array, count: number, into: Uint32Array): number {
  const { starts, entries } = buckets;
  for (let at = 0; at < count; at += 1) {
    const bucket = placeOf(hashes[at] as number, starts.length - 1);
    from[at] = starts[bucket] as number;
    to[at] = Math.min(starts[bucket + 1] as number, entries.length);
  }
  for (let at = 0; at < count; at += 1) fetched[at] = entries[from[at] as number] as number;
  let found = 0;
  for (let at = 0; at < count; at += 1) {
    const run = { hash: hashes[at] as number, start: from[at] as number, end: to[at] as number };
    found = readEntries(buckets, run, into, found);
  }
  return found;
}

interface EntryRun {
  readonly hash: number;
  readonly start: number;
  readonly end: number;
}

function readEntries(
  { entries, bits }: HashBuckets,
  { hash, start, end }: EntryRun,
  into: Uint32Array,
  count: number,
): number {
  const tag = (hash << bits) >>> bits;
  let found = count;
  for (let at = start; at < end; at += 1) {
    const entry = entries[at] as number;
    if (entry >>> bits !== tag || found === into.length) continue;
    into[found] = (entry << (32 - bits)) >>> (32 - bits);
    found += 1;
  }
  return found;
}

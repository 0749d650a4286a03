import { SnapshotError } from '../../errors.ts';
import { type NumberColumn, u32 } from '../number-column.ts';
import { StringList } from '../string-list.ts';

const BLOCK_BYTES = 1 << 22;
const MOST_BYTES = 0xffff_ffff;
const encoder = new TextEncoder();

/** Collects keys for `StringList`, in memory that threads share. */
export class KeyListBuilder {
  readonly #offsets: NumberColumn<Uint32Array> = u32();
  readonly #blocks: Uint8Array[] = [];
  #block = new Uint8Array(BLOCK_BYTES);
  #used = 0;
  #total = 0;

  constructor() {
    this.#offsets.push(0);
  }

  get length(): number {
    return this.#offsets.length - 1;
  }

  push(key: string): void {
    if (this.#used + key.length * 3 > this.#block.length) this.#extend(key.length * 3);
    const { written } = encoder.encodeInto(key, this.#block.subarray(this.#used));
    this.#used += written;
    this.#total += written;
    this.#offsets.push(this.#total);
  }

  finish(): StringList {
    if (this.#total > MOST_BYTES)
      throw new SnapshotError('too_large', `the match index cannot hold keys of ${this.#total} bytes`);
    this.#extend(0);
    const offsets = new Uint32Array(new SharedArrayBuffer(this.#offsets.length * 4));
    let place = 0;
    for (const block of this.#offsets.blocks()) {
      offsets.set(block, place);
      place += block.length;
    }
    const bytes = new Uint8Array(new SharedArrayBuffer(this.#total));
    let at = 0;
    for (const block of this.#blocks) {
      bytes.set(block, at);
      at += block.length;
    }
    return new StringList(offsets, bytes);
  }

  #extend(needed: number): void {
    this.#blocks.push(this.#block.subarray(0, this.#used));
    this.#block = new Uint8Array(Math.max(BLOCK_BYTES, needed));
    this.#used = 0;
  }
}

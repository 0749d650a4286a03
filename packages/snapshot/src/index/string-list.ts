import { GrowingUint8, GrowingUint32 } from './growing.ts';
import type { IndexWriter } from './index-file.ts';

/** Builds a list of texts as two sections: `<name>.offsets` (n + 1) and `<name>.bytes` (UTF-8). */
export class StringListBuilder {
  readonly #offsets = new GrowingUint32();
  readonly #bytes = new GrowingUint8();

  constructor() {
    this.#offsets.push(0);
  }

  get length(): number {
    return this.#offsets.length - 1;
  }

  push(text: string | null): void {
    if (text) this.#bytes.append(text);
    this.#offsets.push(this.#bytes.length);
  }

  write(name: string, writer: IndexWriter): void {
    writer.add(`${name}.offsets`, this.#offsets.finish());
    writer.add(`${name}.bytes`, this.#bytes.finish());
  }

  finish(): StringList {
    return new StringList(this.#offsets.finish(), this.#bytes.finish());
  }
}

/** A list of texts over shared memory. An absent text is the empty one. */
export class StringList {
  readonly length: number;
  /** Where each text begins in `bytes`, and where the last one ends. */
  readonly offsets: Uint32Array;
  /** The texts in UTF-8, one after the other. */
  readonly bytes: Uint8Array;
  readonly #buffer: Buffer;

  constructor(offsets: Uint32Array, bytes: Uint8Array) {
    this.offsets = offsets;
    this.bytes = bytes;
    this.#buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    this.length = offsets.length - 1;
  }

  get(index: number): string {
    return this.#buffer.toString('utf8', this.offsets[index], this.offsets[index + 1]);
  }

  /** Whether the text at `index` is exactly the bytes from `start` to `end`. */
  equals(index: number, bytes: Uint8Array, start: number, end: number): boolean {
    const from = this.offsets[index] as number;
    const length = end - start;
    if ((this.offsets[index + 1] as number) - from !== length) return false;
    for (let at = 0; at < length; at += 1) if (this.bytes[from + at] !== bytes[start + at]) return false;
    return true;
  }
}

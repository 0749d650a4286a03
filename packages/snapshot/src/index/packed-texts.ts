import type { IndexFile, IndexWriter } from './index-file.ts';
import { OffsetsBuilder, PackedOffsets } from './packed-offsets.ts';

const BLOCK_BYTES = 1 << 20;
const encoder = new TextEncoder();

/** Builds a list of texts of which most are short. */
export class PackedTextsBuilder {
  readonly #offsets = new OffsetsBuilder();
  readonly #blocks: Uint8Array[] = [];
  #block = new Uint8Array(BLOCK_BYTES);
  #used = 0;

  get length(): number {
    return this.#offsets.length;
  }

  push(text: string | null): void {
    if (!text) {
      this.#offsets.push(0);
      return;
    }
    if (this.#used + text.length * 3 > this.#block.length) this.#extend(text.length * 3);
    const { written } = encoder.encodeInto(text, this.#block.subarray(this.#used));
    this.#used += written;
    this.#offsets.push(written);
  }

  write(name: string, writer: IndexWriter): void {
    this.#offsets.write(name, writer);
    writer.add(`${name}.bytes`, [...this.#blocks, this.#block.subarray(0, this.#used)]);
  }

  #extend(needed: number): void {
    this.#blocks.push(this.#block.subarray(0, this.#used));
    this.#block = new Uint8Array(Math.max(BLOCK_BYTES, needed));
    this.#used = 0;
  }
}

/** A list of texts over shared memory. An absent text is the empty one. */
export class PackedTexts {
  readonly length: number;
  readonly #offsets: PackedOffsets;
  readonly #buffer: Buffer;

  constructor(file: IndexFile, name: string) {
    this.#offsets = new PackedOffsets(file, name);
    const bytes = file.u8(`${name}.bytes`);
    this.#buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    this.length = this.#offsets.length;
  }

  get(place: number): string {
    const length = this.#offsets.lengthOf(place);
    if (length === 0) return '';
    const start = this.#offsets.start(place);
    return this.#buffer.toString('utf8', start, start + length);
  }
}

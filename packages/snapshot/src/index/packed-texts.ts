import type { IndexFile, IndexWriter } from './index-file.ts';
import { u8 } from './number-column.ts';
import { OffsetsBuilder, PackedOffsets } from './packed-offsets.ts';
import { decodeText, learnTextCode, mostDecoded, type TextCode, TextEncoding } from './text-code.ts';

const BLOCK_BYTES = 1 << 20;
/** A list of fewer bytes is written as it is: learning a table would take longer than what it saves is worth. */
const LEAST_CODED = 1 << 18;
const encoder = new TextEncoder();

/** Builds a list of texts of which most are short. They are kept until they are written, for the code is learnt from all. */
export class PackedTextsBuilder {
  /** Lengths in UTF-8, as LEB128. */
  readonly #lengths = u8();
  #blocks: Uint8Array[] = [];
  #block = new Uint8Array(BLOCK_BYTES);
  #used = 0;
  #bytes = 0;
  length = 0;

  push(text: string | null): void {
    this.length += 1;
    if (!text) {
      this.#lengths.push(0);
      return;
    }
    if (this.#used + text.length * 3 > this.#block.length) this.#extend(text.length * 3);
    const { written } = encoder.encodeInto(text, this.#block.subarray(this.#used));
    this.#used += written;
    this.#bytes += written;
    let left = written;
    for (; left >= 0x80; left >>>= 7) this.#lengths.push((left & 0x7f) | 0x80);
    this.#lengths.push(left);
  }

  write(name: string, writer: IndexWriter): void {
    this.#extend(0);
    const code = this.#bytes < LEAST_CODED ? null : learnTextCode(this.#blocks);
    const { offsets, blocks } = this.#encode(code);
    offsets.write(name, writer);
    writer.add(`${name}.bytes`, blocks);
    writer.add(`${name}.pieceStarts`, code?.starts ?? new Uint16Array(0));
    writer.add(`${name}.pieces`, code?.bytes ?? new Uint8Array(0));
  }

  /** Lays out lengths and bytes; what was collected is freed block by block. */
  #encode(code: TextCode | null): { offsets: OffsetsBuilder; blocks: Uint8Array[] } {
    const encoding = code && new TextEncoding(code);
    const offsets = new OffsetsBuilder();
    const lengths = new LengthReader(this.#lengths.blocks());
    const coded: Uint8Array[] = [];
    let left = this.length;
    for (const [place, block] of this.#blocks.entries()) {
      const into = encoding ? new Uint8Array(block.length * 2) : block;
      let [from, to] = [0, 0];
      // Texts of no bytes belong to whichever block they come to first.
      for (; left > 0 && (from < block.length || place === this.#blocks.length - 1); left -= 1) {
        const end = from + lengths.next();
        const start = to;
        to = encoding ? encoding.encode(block, [from, end], into, start) : end;
        offsets.push(to - start);
        from = end;
      }
      coded.push(encoding ? into.slice(0, to) : into);
      this.#blocks[place] = new Uint8Array(0);
    }
    return { offsets, blocks: coded };
  }

  #extend(needed: number): void {
    this.#blocks.push(this.#block.subarray(0, this.#used));
    this.#block = new Uint8Array(Math.max(BLOCK_BYTES, needed));
    this.#used = 0;
  }
}

/** Reads numbers written as LEB128. */
class LengthReader {
  readonly #blocks: readonly Uint8Array[];
  #place = 0;
  #at = 0;

  constructor(blocks: readonly Uint8Array[]) {
    this.#blocks = blocks;
  }

  next(): number {
    let [length, shift, byte] = [0, 0, 0x80];
    for (; byte >= 0x80; shift += 7) {
      const block = this.#blocks[this.#place] as Uint8Array;
      byte = block[this.#at++] as number;
      length |= (byte & 0x7f) << shift;
      if (this.#at < block.length) continue;
      this.#place += 1;
      this.#at = 0;
    }
    return length;
  }
}

let scratch = Buffer.alloc(1 << 12);

/** A list of texts over shared memory. An absent text is the empty one. */
export class PackedTexts {
  readonly length: number;
  readonly #offsets: PackedOffsets;
  readonly #buffer: Buffer;
  readonly #code: TextCode;
  /** The text that was read last: what compares a text reads it several times over. */
  #lastPlace = -1;
  #lastText = '';

  constructor(file: IndexFile, name: string) {
    this.#offsets = new PackedOffsets(file, name);
    const bytes = file.u8(`${name}.bytes`);
    this.#buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    this.#code = { starts: file.u16(`${name}.pieceStarts`), bytes: file.u8(`${name}.pieces`) };
    this.length = this.#offsets.length;
  }

  /** Reads where a text stands, for nothing but to have it at hand. */
  touch(place: number): number {
    return this.#offsets.touch(place);
  }

  get(place: number): string {
    if (place !== this.#lastPlace) [this.#lastPlace, this.#lastText] = [place, this.#read(place)];
    return this.#lastText;
  }

  #read(place: number): string {
    const length = this.#offsets.lengthOf(place);
    if (length === 0) return '';
    const start = this.#offsets.start(place);
    if (this.#code.starts.length === 0) return this.#buffer.toString('utf8', start, start + length);
    if (mostDecoded(length) > scratch.length) scratch = Buffer.alloc(mostDecoded(length));
    return scratch.toString('utf8', 0, decodeText(this.#code, this.#buffer, [start, start + length], scratch));
  }
}

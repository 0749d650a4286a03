import { damaged } from './check-sections.ts';
import { decodePoints } from './code-points.ts';
import { GrowingUint8 } from './growing.ts';
import type { IndexFile, IndexWriter } from './index-file.ts';
import type { StringList } from './string-list.ts';

/** Texts of a block: the first is whole, the others begin as it does. */
const SHIFT = 3;
const WITHIN = 2 ** SHIFT - 1;
/** Most bytes that a text has in common with the first. */
const MOST_SHARED = 255;
/** Lengths are written seven bits to a byte, the lowest first, the highest bit set on all but the last. */
const MORE = 0x80;
const ROOM = 1 << 16;
const ASCII_END = 0x80;

/**
 * Writes texts of which neighbours begin alike: `<name>.count`, `<name>.starts` of the blocks, and in `<name>.bytes` for each
 * text how many bytes it shares with the first of its block, how many are its own, and these.
 */
export function writeSortedTexts(name: string, { offsets, bytes, length }: StringList, writer: IndexWriter): void {
  const out = new GrowingUint8();
  const starts = new Uint32Array((length + WITHIN) >>> SHIFT);
  for (let text = 0; text < length; text += 1) {
    const [start, end] = [offsets[text] as number, offsets[text + 1] as number];
    let shared = 0;
    if ((text & WITHIN) === 0) starts[text >>> SHIFT] = out.length;
    else {
      const first = offsets[text & ~WITHIN] as number;
      const most = Math.min(MOST_SHARED, end - start, (offsets[(text & ~WITHIN) + 1] as number) - first);
      while (shared < most && bytes[first + shared] === bytes[start + shared]) shared += 1;
    }
    out.push(shared);
    let own = end - start - shared;
    for (; own >= MORE; own >>>= 7) out.push((own & (MORE - 1)) | MORE);
    out.push(own);
    out.appendBytes(bytes, start + shared, end);
  }
  writer.add(`${name}.count`, Uint32Array.of(length));
  writer.add(`${name}.starts`, starts);
  writer.add(`${name}.bytes`, out.finish());
}

/** Such texts over shared memory. */
export class SortedTexts {
  readonly length: number;
  readonly #starts: Uint32Array;
  readonly #bytes: Uint8Array;
  /** The text that was read last stands at its beginning. */
  #read = Buffer.alloc(ROOM);
  /** Where the own bytes of a text begin and end, and how many stand before them. */
  #from = 0;
  #to = 0;
  #shared = 0;

  constructor(file: IndexFile, name: string) {
    this.length = file.u32(`${name}.count`)[0] ?? 0;
    this.#starts = file.u32(`${name}.starts`);
    this.#bytes = file.u8(`${name}.bytes`);
    if (this.#starts.length !== (this.length + WITHIN) >>> SHIFT) throw damaged(name);
    if (this.length > 0) this.#find(this.length - 1);
    if (this.#to !== this.#bytes.length) throw damaged(name);
  }

  get(text: number): string {
    const length = this.#readText(text);
    return this.#read.toString('utf8', 0, length);
  }

  /** Writes its code points to `into`, as many as there is room for; how many. */
  decode(text: number, into: Uint32Array): number {
    const first = this.#find(text);
    const [bytes, own, shared] = [this.#bytes, this.#from, this.#shared];
    const length = shared + this.#to - own;
    if (length <= into.length) {
      let all = 0;
      for (let at = 0; at < shared; at += 1) all |= into[at] = bytes[first + at] as number;
      for (let at = shared; at < length; at += 1) all |= into[at] = bytes[own + at - shared] as number;
      if (all < ASCII_END) return length;
    }
    return decodePoints(this.#read, 0, this.#readText(text), into);
  }

  /** Reads where the block of a text begins, for nothing but to have it at hand. */
  touch(text: number): number {
    return this.#bytes[this.#starts[text >>> SHIFT] as number] as number;
  }

  /** Whether the text is exactly the bytes from `start` to `end`. */
  equals(text: number, bytes: Uint8Array, start: number, end: number): boolean {
    const first = this.#find(text);
    const [own, shared] = [this.#from, this.#shared];
    if (this.#to - own + shared !== end - start) return false;
    for (let at = start + shared; at < end; at += 1)
      if (this.#bytes[own + at - start - shared] !== bytes[at]) return false;
    for (let at = 0; at < shared; at += 1) if (this.#bytes[first + at] !== bytes[start + at]) return false;
    return true;
  }

  #readText(text: number): number {
    const first = this.#find(text);
    const own = this.#to - this.#from;
    if (this.#shared + own > this.#read.length) this.#read = Buffer.alloc(this.#shared + own);
    for (let at = 0; at < this.#shared; at += 1) this.#read[at] = this.#bytes[first + at] as number;
    for (let at = 0; at < own; at += 1) this.#read[this.#shared + at] = this.#bytes[this.#from + at] as number;
    return this.#shared + own;
  }

  /** Finds where its own bytes stand; where those of the first text of its block begin. */
  #find(text: number): number {
    this.#to = this.#starts[text >>> SHIFT] as number;
    this.#next();
    const first = this.#from;
    for (let left = text & WITHIN; left > 0; left -= 1) this.#next();
    return first;
  }

  #next(): void {
    const bytes = this.#bytes;
    let at = this.#to;
    this.#shared = bytes[at++] as number;
    let own = bytes[at++] as number;
    if (own >= MORE) {
      own &= MORE - 1;
      for (let shift = 7; shift < 28; shift += 7) {
        const byte = bytes[at++] as number;
        own |= (byte & (MORE - 1)) << shift;
        if (byte < MORE) break;
      }
    }
    this.#from = at;
    // A damaged length asks for no more room than there are bytes.
    this.#to = at + Math.min(own | 0, bytes.length);
  }
}

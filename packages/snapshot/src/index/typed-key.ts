import { decodePoints, letterSet } from './code-points.ts';
import { encodeText } from './text-table.ts';

const SPACE = 0x20;
/** Words of a key that are looked up. */
export const MOST_WORDS = 16;

/** Where a word of the key stands: in its bytes, and in its code points. */
export interface TypedWord {
  readonly byteStart: number;
  readonly byteEnd: number;
  readonly start: number;
  readonly end: number;
}

/** A key taken apart for a search. Made once and read anew for each. */
export class TypedKey {
  readonly bytes = new Uint8Array(1 << 14);
  readonly points = new Uint32Array(1 << 14);
  /** The words in their order. */
  sequence: TypedWord[] = [];
  /** The words, each once. */
  words: TypedWord[] = [];
  length = 0;
  letters = 0;
  readonly start = 0;
  byteLength = 0;

  get end(): number {
    return this.length;
  }

  /** False for a text that is empty or too long to be a key. */
  read(key: string): boolean {
    this.byteLength = encodeText(key, this.bytes);
    if (this.byteLength <= 0) return false;
    this.length = decodePoints(this.bytes, 0, this.byteLength, this.points);
    this.letters = letterSet(this.points, this.length);
    this.words = [];
    this.sequence = [];
    const isAscii = this.length === this.byteLength;
    for (let at = 0, start = 0, byteStart = 0; start < this.length && this.sequence.length < MOST_WORDS; ) {
      while (at < this.length && this.points[at] !== SPACE) at += 1;
      const byteEnd = isAscii ? at : this.#endOfWord(byteStart);
      if (at > start) this.#addWord({ byteStart, byteEnd, start, end: at });
      at += 1;
      start = at;
      byteStart = byteEnd + 1;
    }
    return true;
  }

  #endOfWord(byteStart: number): number {
    const end = this.bytes.indexOf(SPACE, byteStart);
    return end < 0 || end > this.byteLength ? this.byteLength : end;
  }

  #addWord(word: TypedWord): void {
    this.sequence.push(word);
    if (!this.words.some((other) => this.#isSame(word, other))) this.words.push(word);
  }

  #isSame(a: TypedWord, b: TypedWord): boolean {
    if (a.end - a.start !== b.end - b.start) return false;
    for (let at = 0; at < a.end - a.start; at += 1)
      if (this.points[a.start + at] !== this.points[b.start + at]) return false;
    return true;
  }
}

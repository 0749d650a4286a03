import { LetterCounts } from './letter-model.ts';
import { utf8SequenceLength } from './utf8-sequence.ts';

const lookAhead = 4;

/** Everything the bytes of a file say about its encoding, gathered in one pass and little memory. */
export class ByteSurvey {
  /** The start of the file, for byte order marks and signatures. */
  head: Uint8Array = new Uint8Array();
  size = 0;
  /** Whole UTF-8 sequences of two bytes or more. */
  sequences = 0;
  /** Bytes above ASCII that belong to no UTF-8 sequence. */
  strays = 0;
  controls = 0;
  lineFeeds = 0;
  returns = 0;
  /** NUL bytes at even and at odd places. */
  readonly nulls: [number, number] = [0, 0];
  readonly letters = new LetterCounts();

  private carry: Uint8Array = new Uint8Array();
  private previous = 0;

  add(chunk: Uint8Array): void {
    if (this.head.length < headSize)
      this.head = Buffer.concat([this.head, chunk.subarray(0, headSize - this.head.length)]);
    const bytes = this.carry.length > 0 ? Buffer.concat([this.carry, chunk]) : chunk;
    const end = Math.max(0, bytes.length - lookAhead);
    const stopped = this.scan(bytes, end);
    this.carry = Uint8Array.prototype.slice.call(bytes, stopped);
  }

  finish(): void {
    this.scan(this.carry, this.carry.length);
    this.carry = new Uint8Array();
  }

  private scan(bytes: Uint8Array, end: number): number {
    let at = 0;
    while (at < end) {
      const byte = bytes[at]!;
      if (byte >= 0x80) {
        at += this.addHigh(bytes, at);
        continue;
      }
      if (byte < 0x20) this.addControl(byte, (this.size + at) & 1);
      this.previous = byte;
      at += 1;
    }
    this.size += at;
    return at;
  }

  private addHigh(bytes: Uint8Array, at: number): number {
    const length = utf8SequenceLength(bytes, at);
    if (length > 0) {
      this.sequences += 1;
      this.previous = bytes[at + length - 1]!;
      return length;
    }
    this.strays += 1;
    this.letters.add(this.previous, bytes[at]!, bytes[at + 1] ?? 0);
    this.previous = bytes[at]!;
    return 1;
  }

  private addControl(byte: number, parity: number): void {
    if (byte === 0x0a) this.lineFeeds += 1;
    else if (byte === 0x0d) this.returns += 1;
    else if (byte === 0) this.nulls[parity === 0 ? 0 : 1] += 1;
    else if (byte !== 0x09 && byte !== 0x0b && byte !== 0x0c && byte !== 0x1a) this.controls += 1;
  }
}

const headSize = 65_536;

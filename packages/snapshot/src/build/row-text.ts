import type { Value } from '@deadwax/sources/source';

const COMMA = 0x2c;
const QUOTE = 0x22;
const NEWLINE = 0x0a;
/** Up to so many characters a loop of ours is faster than the encoder's call. */
const SHORT = 64;
const MILLION = 1_000_000;
const encoder = new TextEncoder();

/** Rows as CSV in UTF-8, put together byte by byte: texts joined as strings and encoded afterwards cost three times that. */
export class RowText {
  #bytes: Buffer;
  #used = 0;

  constructor(capacity: number) {
    this.#bytes = Buffer.allocUnsafeSlow(capacity);
  }

  get length(): number {
    return this.#used;
  }

  /** Null is an empty field, an empty string is `""`. */
  add(first: number, values: readonly Value[]): void {
    this.#reserve(32);
    // Numbers of records go beyond the small ones.
    if (first >= MILLION) {
      const millions = Math.floor(first / MILLION);
      this.#digits(millions);
      this.#padded(first - millions * MILLION);
    } else this.#digits(first);
    for (let at = 0; at < values.length; at += 1) {
      const value = values[at] as Value;
      this.#reserve(32);
      this.#bytes[this.#used++] = COMMA;
      if (value === null) continue;
      if (typeof value === 'string') this.#text(value);
      else if (typeof value === 'number') this.#number(value);
      else this.#used += this.#bytes.write(String(value), this.#used, 'latin1');
    }
    this.#bytes[this.#used++] = NEWLINE;
  }

  /** What is there, in memory of its own; the next row begins anew. */
  take(): Uint8Array {
    const taken = new Uint8Array(this.#bytes.subarray(0, this.#used));
    this.#used = 0;
    return taken;
  }

  #text(text: string): void {
    this.#reserve(text.length * 3 + 32);
    this.#bytes[this.#used++] = QUOTE;
    if (text.length > SHORT || !this.#ascii(text)) {
      const plain = text.includes('"') ? text.replaceAll('"', '""') : text;
      this.#reserve(plain.length * 3 + 32);
      this.#used += encoder.encodeInto(plain, this.#bytes.subarray(this.#used)).written;
    }
    this.#bytes[this.#used++] = QUOTE;
  }

  /** Writes ASCII without quotation marks; at anything else it stops and nothing is written. */
  #ascii(text: string): boolean {
    const bytes = this.#bytes;
    let at = this.#used;
    for (let place = 0; place < text.length; place += 1) {
      const unit = text.charCodeAt(place);
      if (unit >= 0x80 || unit === QUOTE) return false;
      bytes[at++] = unit;
    }
    this.#used = at;
    return true;
  }

  #number(value: number): void {
    if (value >= 0 && value <= 0x7fff_ffff && Number.isInteger(value)) this.#digits(value);
    else this.#used += this.#bytes.write(String(value), this.#used, 'latin1');
  }

  #digits(value: number): void {
    let digits = 1;
    for (let power = 10; value >= power; power *= 10) digits += 1;
    let left = value;
    for (let at = this.#used + digits - 1; at >= this.#used; at -= 1) {
      const tens = (left / 10) | 0;
      this.#bytes[at] = 0x30 + left - tens * 10;
      left = tens;
    }
    this.#used += digits;
  }

  /** The last six digits of a number. */
  #padded(value: number): void {
    let left = value;
    for (let at = this.#used + 5; at >= this.#used; at -= 1) {
      const tens = (left / 10) | 0;
      this.#bytes[at] = 0x30 + left - tens * 10;
      left = tens;
    }
    this.#used += 6;
  }

  #reserve(bytes: number): void {
    if (this.#used + bytes <= this.#bytes.length) return;
    const larger = Buffer.allocUnsafeSlow(Math.max(this.#bytes.length * 2, this.#used + bytes));
    this.#bytes.copy(larger, 0, 0, this.#used);
    this.#bytes = larger;
  }
}

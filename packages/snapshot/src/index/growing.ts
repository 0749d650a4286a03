/** Typed arrays of unknown length, doubling as they fill. */

export class GrowingUint32 {
  length = 0;
  #values = new Uint32Array(1024);

  push(value: number): void {
    if (this.length === this.#values.length)
      this.#values = new Uint32Array(this.#values.buffer.transfer(this.#values.byteLength * 2));
    this.#values[this.length] = value;
    this.length += 1;
  }

  at(place: number): number {
    return this.#values[place] as number;
  }

  finish(): Uint32Array {
    return this.#values.subarray(0, this.length);
  }
}

export class GrowingUint8 {
  length = 0;
  #values = new Uint8Array(4096);

  push(value: number): void {
    this.#reserve(1);
    this.#values[this.length] = value;
    this.length += 1;
  }

  /** Appends a text as UTF-8. */
  append(text: string): void {
    this.#reserve(text.length * 3);
    const { written } = encoder.encodeInto(text, this.#values.subarray(this.length));
    this.length += written;
  }

  /** Appends what stands from `start` to `end`. */
  appendBytes(bytes: Uint8Array, start: number, end: number): void {
    this.#reserve(end - start);
    for (let at = start; at < end; at += 1) this.#values[this.length + at - start] = bytes[at] as number;
    this.length += end - start;
  }

  /** Whether what stands from `place` on begins with the bytes from `start` to `end`. */
  holds(place: number, bytes: Uint8Array, start: number, end: number): boolean {
    for (let at = start; at < end; at += 1) if (this.#values[place + at - start] !== bytes[at]) return false;
    return true;
  }

  /** What is there so far; another view once more is added. */
  finish(): Uint8Array {
    return this.#values.subarray(0, this.length);
  }

  #reserve(bytes: number): void {
    if (this.length + bytes <= this.#values.length) return;
    const size = Math.max(this.#values.length * 2, this.length + bytes);
    this.#values = new Uint8Array(this.#values.buffer.transfer(size));
  }
}

const encoder = new TextEncoder();

/** Typed arrays of unknown length, doubling as they fill. */

export class GrowingUint32 {
  length = 0;
  #values = new Uint32Array(1024);

  push(value: number): void {
    if (this.length === this.#values.length) {
      const larger = new Uint32Array(this.length * 2);
      larger.set(this.#values);
      this.#values = larger;
    }
    this.#values[this.length] = value;
    this.length += 1;
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

  finish(): Uint8Array {
    return this.#values.subarray(0, this.length);
  }

  #reserve(bytes: number): void {
    if (this.length + bytes <= this.#values.length) return;
    const larger = new Uint8Array(Math.max(this.#values.length * 2, this.length + bytes));
    larger.set(this.#values);
    this.#values = larger;
  }
}

const encoder = new TextEncoder();

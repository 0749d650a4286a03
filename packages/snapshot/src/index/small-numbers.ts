import type { IndexFile, IndexWriter } from './index-file.ts';
import { u8, u32 } from './number-column.ts';
import { lowerBound } from './packed-offsets.ts';

const LARGE = 255;

/** Numbers of which nearly all are small: a byte each, the others beside them. */
export class SmallNumbersBuilder {
  readonly #bytes = u8();
  readonly #places = u32();
  readonly #large = u32();

  push(value: number): void {
    if (value >= LARGE) {
      this.#places.push(this.#bytes.length);
      this.#large.push(value);
    }
    this.#bytes.push(Math.min(value, LARGE));
  }

  write(name: string, writer: IndexWriter): void {
    writer.add(`${name}.small`, this.#bytes.blocks());
    writer.add(`${name}.largePlaces`, this.#places.blocks());
    writer.add(`${name}.large`, this.#large.blocks());
  }
}

export class SmallNumbers {
  readonly #bytes: Uint8Array;
  readonly #places: Uint32Array;
  readonly #large: Uint32Array;

  constructor(file: IndexFile, name: string) {
    this.#bytes = file.u8(`${name}.small`);
    this.#places = file.u32(`${name}.largePlaces`);
    this.#large = file.u32(`${name}.large`);
  }

  get(place: number): number {
    const byte = this.#bytes[place] as number;
    return byte < LARGE ? byte : (this.#large[lowerBound(this.#places, place)] as number);
  }
}

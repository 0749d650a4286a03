import { GrowingUint8, GrowingUint32 } from './growing.ts';
import { StringList } from './string-list.ts';
import { hashBytes, placeOf } from './text-table.ts';

const LOAD = 0.7;

/** Numbers distinct words in the order they first come. No limit but memory: a table of typed arrays that grows. */
export class WordCollector {
  readonly #bytes = new GrowingUint8();
  readonly #offsets = new GrowingUint32();
  readonly #hashes = new GrowingUint32();
  #slots = new Uint32Array(1 << 12);

  constructor() {
    this.#offsets.push(0);
  }

  /** The number of the word whose UTF-8 stands from `start` to `end`. */
  add(bytes: Uint8Array, start: number, end: number): number {
    const hash = hashBytes(bytes, start, end);
    let slot = placeOf(hash, this.#slots.length);
    for (let found = this.#slots[slot] as number; found !== 0; found = this.#slots[slot] as number) {
      const word = found - 1;
      if (this.#hashes.at(word) === hash && this.#equals(word, bytes, start, end)) return word;
      slot = slot + 1 === this.#slots.length ? 0 : slot + 1;
    }
    const word = this.#hashes.length;
    this.#bytes.appendBytes(bytes, start, end);
    this.#offsets.push(this.#bytes.length);
    this.#hashes.push(hash);
    this.#slots[slot] = word + 1;
    if (this.#hashes.length > this.#slots.length * LOAD) this.#grow();
    return word;
  }

  finish(): StringList {
    return new StringList(this.#offsets.finish(), this.#bytes.finish());
  }

  #equals(word: number, bytes: Uint8Array, start: number, end: number): boolean {
    const place = this.#offsets.at(word);
    return this.#offsets.at(word + 1) - place === end - start && this.#bytes.holds(place, bytes, start, end);
  }

  #grow(): void {
    const slots = new Uint32Array(this.#slots.length * 2);
    for (let word = 0; word < this.#hashes.length; word += 1) {
      let slot = placeOf(this.#hashes.at(word), slots.length);
      while (slots[slot] !== 0) slot = slot + 1 === slots.length ? 0 : slot + 1;
      slots[slot] = word + 1;
    }
    this.#slots = slots;
  }
}

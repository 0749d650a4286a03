import type { IndexWriter } from './index-file.ts';
import type { SortedTexts } from './sorted-texts.ts';
import type { StringList } from './string-list.ts';

const SPACE = 0x20;
const LOAD = 0.75;
const RANGE = 2 ** 32;
const scratch = new Uint8Array(1 << 16);
const encoder = new TextEncoder();
const MOST_AT_ONCE = 256;
const all = new Uint8Array(1 << 16);
const ends = new Uint32Array(MOST_AT_ONCE);
const hashes = new Uint32Array(MOST_AT_ONCE);
const likely = new Int32Array(MOST_AT_ONCE);
/** Written and never read: memory answers reads that are asked for at once while others are under way. */
const fetched = new Uint8Array(MOST_AT_ONCE);

/**
 * FNV-1a over UTF-8 with a final mix. Spaces are passed over, so that `black bird` and `blackbird` lie together and one table
 * serves equal and loose keys. Part of the file format: a change needs a new index version.
 */
export function hashBytes(bytes: Uint8Array, start: number, end: number): number {
  let hash = 0x811c9dc5;
  for (let at = start; at < end; at += 1) {
    const byte = bytes[at] as number;
    if (byte !== SPACE) hash = Math.imul(hash ^ byte, 0x01000193);
  }
  return mixHash(hash);
}

export function mixHash(hash: number): number {
  let mixed = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return (mixed ^ (mixed >>> 16)) >>> 0;
}

/** The slot, bucket or other place of `count` that a hash falls to. */
export function placeOf(hash: number, count: number): number {
  return Math.floor((hash * count) / RANGE);
}

/** Bits of 32 that numbers up to `most` need; what is left of a word holds a part of the hash. */
export function bitsFor(most: number): number {
  return Math.max(1, 32 - Math.clz32(most));
}

/** Writes `text` as UTF-8 to `into`, from a place on; its length there, or -1 when it has no room. */
export function encodeText(text: string, into: Uint8Array, from = 0): number {
  const { length } = text;
  if (from + length * 3 > into.length) return -1;
  for (let at = 0; at < length; at += 1) {
    const unit = text.charCodeAt(at);
    if (unit >= 0x80) return encoder.encodeInto(text, into.subarray(from)).written;
    into[from + at] = unit;
  }
  return length;
}

/** Slots of a table over so many texts. */
export function slotsFor(texts: number): number {
  return Math.ceil(texts / LOAD) + 8;
}

/** Lays out an open-addressing table over distinct texts: text → its place in the list. */
export function layTextTable(texts: StringList): Uint32Array {
  const slots = new Uint32Array(slotsFor(texts.length));
  const bits = bitsFor(texts.length);
  for (let index = 0; index < texts.length; index += 1) {
    const hash = hashBytes(texts.bytes, texts.offsets[index] as number, texts.offsets[index + 1] as number);
    let slot = placeOf(hash, slots.length);
    while (slots[slot] !== 0) slot = slot + 1 === slots.length ? 0 : slot + 1;
    slots[slot] = (index + 1) | (hash << bits);
  }
  return slots;
}

/** Writes such a table as section `<name>.slots`. */
export function writeTextTable(name: string, texts: StringList, writer: IndexWriter): void {
  writer.add(`${name}.slots`, layTextTable(texts));
}

/** Texts that can be compared with one that is looked up. */
type Texts = Pick<SortedTexts, 'length' | 'equals' | 'touch'>;

/** Looks texts up in a written table. A slot holds a place, from 1, and above it as much of the hash as there is room for. */
export class TextTable {
  readonly #slots: Uint32Array;
  readonly #texts: Texts;
  readonly #bits: number;
  readonly #mask: number;

  constructor(slots: Uint32Array, texts: Texts) {
    this.#slots = slots;
    this.#texts = texts;
    this.#bits = bitsFor(texts.length);
    this.#mask = 2 ** this.#bits - 1;
  }

  /** Place of a text in the list, or -1. */
  find(text: string): number {
    return this.findBytes(scratch, 0, encodeText(text, scratch));
  }

  /** Places of texts in the list, -1 for those that are not there. What many need of memory is asked for at once. */
  findAll(texts: readonly string[]): number[] {
    const places: number[] = [];
    for (let from = 0; from < texts.length; from += MOST_AT_ONCE)
      this.#findSome(texts.slice(from, from + MOST_AT_ONCE), places);
    return places;
  }

  #findSome(texts: readonly string[], places: number[]): void {
    const { length } = texts;
    for (let at = 0, end = 0; at < length; at += 1) {
      const start = end;
      end += Math.max(0, encodeText(texts[at] as string, all, start));
      ends[at] = end;
      hashes[at] = hashBytes(all, start, end);
    }
    const slots = this.#slots;
    for (let at = 0; at < length; at += 1) fetched[at] = slots[placeOf(hashes[at] as number, slots.length)] as number;
    for (let at = 0; at < length; at += 1) {
      const place = this.#findTagged(hashes[at] as number);
      likely[at] = place;
      if (place >= 0) fetched[at] = this.#texts.touch(place);
    }
    for (let at = 0, start = 0; at < length; at += 1) {
      const end = ends[at] as number;
      const place = likely[at] as number;
      // What had no room, and the few that share a tag with another, are looked up once more, each by itself.
      const isSure = start < end && (place < 0 || this.#texts.equals(place, all, start, end));
      places.push(isSure ? place : this.find(texts[at] as string));
      start = end;
    }
  }

  /** Place of the first text that has as much of the hash as a slot says, or -1. */
  #findTagged(hash: number): number {
    const slots = this.#slots;
    const tag = (hash << this.#bits) >>> this.#bits;
    let slot = placeOf(hash, slots.length);
    for (let probes = slots.length; probes > 0; probes -= 1) {
      const found = slots[slot] as number;
      if (found === 0) return -1;
      if (found >>> this.#bits === tag) return (found & this.#mask) - 1;
      slot = slot + 1 === slots.length ? 0 : slot + 1;
    }
    return -1;
  }

  /** Place of the text whose UTF-8 stands from `start` to `end`, or -1. */
  findBytes(bytes: Uint8Array, start: number, end: number): number {
    if (end < start) return -1;
    const slots = this.#slots;
    const hash = hashBytes(bytes, start, end);
    const tag = (hash << this.#bits) >>> this.#bits;
    let slot = placeOf(hash, slots.length);
    for (let probes = slots.length; probes > 0; probes -= 1) {
      const found = slots[slot] as number;
      if (found === 0) return -1;
      if (found >>> this.#bits === tag) {
        const place = (found & this.#mask) - 1;
        if (this.#texts.equals(place, bytes, start, end)) return place;
      }
      slot = slot + 1 === slots.length ? 0 : slot + 1;
    }
    return -1;
  }

  /** Places of the texts that may equal this one, spaces aside: those with its hash, in no order. */
  findLikely(text: string): number[] {
    const length = encodeText(text, scratch);
    const found: number[] = [];
    if (length < 0) return found;
    const hash = hashBytes(scratch, 0, length);
    const tag = (hash << this.#bits) >>> this.#bits;
    let slot = placeOf(hash, this.#slots.length);
    for (let probes = this.#slots.length; probes > 0; probes -= 1) {
      const entry = this.#slots[slot] as number;
      if (entry === 0) break;
      if (entry >>> this.#bits === tag) found.push((entry & this.#mask) - 1);
      slot = slot + 1 === this.#slots.length ? 0 : slot + 1;
    }
    return found;
  }
}

import type { IndexFile, IndexWriter } from './index-file.ts';
import type { IdForm, IdRange } from './index-meta.ts';
import { u8 } from './number-column.ts';
import { OffsetsBuilder, PackedOffsets } from './packed-offsets.ts';
import { PackedTexts, PackedTextsBuilder } from './packed-texts.ts';

const UUID_BYTES = 16;

/** Ids of one source, shorter ones first, then by their bytes: numbers as numbers, UUIDs as 16 bytes, anything else as text. */
export interface IdList {
  get(place: number): string;
  /** Place of an id, or -1. */
  find(id: string): number;
}

export function openIds(file: IndexFile, { section, form, prefix }: IdRange): IdList {
  if (form === 'number') return new NumberIds(new PackedOffsets(file, section), prefix);
  if (form === 'uuid') return new UuidIds(file.u8(section));
  return new TextIds(new PackedTexts(file, section));
}

class NumberIds implements IdList {
  /** What each number is more than the one before. */
  readonly #steps: PackedOffsets;
  readonly #prefix: string;
  readonly #pattern: RegExp;

  constructor(steps: PackedOffsets, prefix: string) {
    this.#steps = steps;
    this.#prefix = prefix;
    this.#pattern = new RegExp(`^${prefix}[1-9][0-9]{0,8}$`);
  }

  get(place: number): string {
    return this.#prefix + String(this.#steps.start(place) + this.#steps.lengthOf(place));
  }

  find(id: string): number {
    return this.#pattern.test(id) ? this.#steps.placeOfEnd(Number(id.slice(this.#prefix.length))) : -1;
  }
}

class UuidIds implements IdList {
  readonly #bytes: Buffer;

  constructor(bytes: Uint8Array) {
    this.#bytes = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  }

  get(place: number): string {
    const hex = this.#bytes.toString('hex', place * UUID_BYTES, (place + 1) * UUID_BYTES);
    return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
  }

  find(id: string): number {
    const wanted = Buffer.from(id.replaceAll('-', ''), 'hex');
    if (wanted.length !== UUID_BYTES || id.length !== 36) return -1;
    const count = this.#bytes.length / UUID_BYTES;
    const place = firstNotBelow(count, (at) =>
      this.#bytes.compare(wanted, 0, UUID_BYTES, at * UUID_BYTES, (at + 1) * UUID_BYTES),
    );
    return place < count && this.get(place) === id ? place : -1;
  }
}

class TextIds implements IdList {
  readonly #texts: PackedTexts;

  constructor(texts: PackedTexts) {
    this.#texts = texts;
  }

  get(place: number): string {
    return this.#texts.get(place);
  }

  find(id: string): number {
    const wanted = Buffer.from(id);
    const place = firstNotBelow(this.#texts.length, (at) => {
      const text = Buffer.from(this.#texts.get(at));
      return text.length - wanted.length || text.compare(wanted);
    });
    return place < this.#texts.length && this.#texts.get(place) === id ? place : -1;
  }
}

/** First of `count` places whose order to what is sought is not negative. */
function firstNotBelow(count: number, order: (place: number) => number): number {
  let [low, high] = [0, count];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (order(middle) < 0) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Takes ids of one source in ascending order. */
export class IdsBuilder {
  readonly #range: Omit<IdRange, 'first' | 'count'>;
  readonly #steps = new OffsetsBuilder();
  readonly #uuids = u8();
  readonly #texts = new PackedTextsBuilder();

  constructor(range: { section: string; form: IdForm; prefix: string; source: number }) {
    this.#range = range;
  }

  push(id: string): void {
    const { form, prefix } = this.#range;
    if (form === 'number') this.#steps.push(Number(id.slice(prefix.length)) - this.#steps.total);
    else if (form === 'uuid') this.#uuids.pushAll(Buffer.from(id.replaceAll('-', ''), 'hex'));
    else this.#texts.push(id);
  }

  write(writer: IndexWriter): void {
    const { form, section } = this.#range;
    if (form === 'number') this.#steps.write(section, writer);
    else if (form === 'uuid') writer.add(section, this.#uuids.blocks());
    else this.#texts.write(section, writer);
  }
}

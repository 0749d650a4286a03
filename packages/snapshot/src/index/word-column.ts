import { SnapshotError } from '../errors.ts';
import type { IndexFile, IndexWriter } from './index-file.ts';
import { type Numbers, u16 } from './number-column.ts';

const MOST_WORDS = 1 << 16;

/** A column of few different words: each is noted as its place among them. `none` is the first. */
export class WordColumn<Word extends string | number> {
  readonly #places = u16();
  readonly #words: Map<Word, number>;

  constructor(none: Word) {
    this.#words = new Map([[none, 0]]);
  }

  push(word: Word): void {
    const known = this.#words.get(word);
    const place = known ?? this.#words.size;
    if (known === undefined) this.#words.set(word, place);
    this.#places.push(place);
  }

  /** Writes the column, in bytes where they are enough; returns the words. */
  write(name: string, writer: IndexWriter): Word[] {
    const { size } = this.#words;
    if (size > MOST_WORDS)
      throw new SnapshotError('too_large', `the match index cannot hold ${size} different values of ${name}`);
    writer.add(
      name,
      isNarrow(size) ? this.#places.blocks().map((block) => Uint8Array.from(block)) : this.#places.blocks(),
    );
    return [...this.#words.keys()];
  }
}

export function openWordColumn(file: IndexFile, name: string, words: number): Numbers {
  return isNarrow(words) ? file.u8(name) : file.u16(name);
}

function isNarrow(words: number): boolean {
  return words <= 256;
}

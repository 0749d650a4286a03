import { editDistance } from '@deadwax/linkage/compare/edit-distance';
import { looseKey } from '@deadwax/linkage/normalise/loose-key';
import { deletions, editsAllowed } from './deletions.ts';
import type { IndexFile } from './index-file.ts';
import { StringList } from './string-list.ts';
import { hashText, TextTable } from './text-table.ts';

/** A word whose list is longer than this says too little to be read for candidates, unless there is no rarer one. */
const COMMON = 20_000;
const MOST_READ = 60_000;

/** Finds keys of a list that are like a key, not equal to it. Every answer is in a fixed order. */
export class KeySearch {
  readonly #keys: StringList;
  readonly #table: TextTable;
  readonly #words: StringList;
  readonly #wordTable: TextTable;
  readonly #posting: Runs;
  readonly #deletion: Runs;
  readonly #loose: Runs;

  constructor(file: IndexFile, name: string) {
    const texts = (section: string) => new StringList(file.u32(`${section}.offsets`), file.u8(`${section}.bytes`));
    const runs = (section: string): Runs => ({
      starts: file.u32(`${section}.start`),
      values: file.u32(`${section}.value`),
    });
    this.#keys = texts(`${name}.text`);
    this.#table = new TextTable(file.u32(`${name}.slots`), this.#keys);
    this.#words = texts(`${name}.word.text`);
    this.#wordTable = new TextTable(file.u32(`${name}.word.slots`), this.#words);
    this.#posting = runs(`${name}.posting`);
    this.#deletion = runs(`${name}.deletion`);
    this.#loose = runs(`${name}.loose`);
  }

  get length(): number {
    return this.#keys.length;
  }

  /** Place of a key, or -1. */
  find(key: string): number {
    return key === '' ? -1 : this.#table.find(key);
  }

  text(key: number): string {
    return this.#keys.get(key);
  }

  /** Keys that are equal without spaces and in Latin letters, ascending. */
  findLoose(key: string): number[] {
    const loose = looseKey(key);
    if (loose === '') return [];
    return read(this.#loose, hashText(loose)).filter((each) => looseKey(this.#keys.get(each)) === loose);
  }

  /**
   * Keys that share all but a word or two with this one, words with an edit or two counting as shared: at most `most`, those
   * that share the rarest words first. What comes back is only likely to be like: compare it.
   */
  findSimilar(key: string, most: number): number[] {
    const words = [...new Set(key.split(' '))];
    const choices = words.map((word) => this.#likeWord(word)).filter(({ size }) => size > 0);
    for (const pair of neighbours(key.split(' '))) {
      const place = this.#wordTable.find(pair);
      if (place >= 0) choices.push({ words: [place], size: this.#frequency(place) });
    }
    choices.sort((a, b) => a.size - b.size);
    const score = new Map<number, number>();
    let readSoFar = 0;
    for (const [rank, choice] of choices.entries()) {
      if (rank > 0 && (choice.size > COMMON || readSoFar + choice.size > MOST_READ)) break;
      readSoFar += choice.size;
      const weight = Math.log2(1 + this.#keys.length / choice.size);
      for (const each of this.#keysWith(choice.words)) score.set(each, (score.get(each) ?? 0) + weight);
    }
    const best = [...score].sort((a, b) => b[1] - a[1] || a[0] - b[0]).slice(0, most);
    return best.map(([each]) => each);
  }

  /** How many keys hold a word. */
  frequencyOf(word: string): number {
    const place = this.#wordTable.find(word);
    return place < 0 ? 0 : this.#frequency(place);
  }

  #frequency(word: number): number {
    return (this.#posting.starts[word + 1] as number) - (this.#posting.starts[word] as number);
  }

  #likeWord(word: string): { words: number[]; size: number } {
    const found = new Set<number>();
    const same = this.#wordTable.find(word);
    if (same >= 0) found.add(same);
    for (const shorter of deletions(word)) {
      for (const candidate of read(this.#deletion, hashText(shorter))) {
        if (found.has(candidate)) continue;
        const text = this.#words.get(candidate);
        const allowed = editsAllowed(Math.max(word.length, text.length));
        if (editDistance(word, text, allowed) <= allowed) found.add(candidate);
      }
    }
    const words = [...found].sort((a, b) => a - b);
    return { words, size: words.reduce((sum, each) => sum + this.#frequency(each), 0) };
  }

  *#keysWith(words: readonly number[]): Generator<number> {
    const seen = words.length > 1 ? new Set<number>() : null;
    let left = MOST_READ;
    for (const word of words) {
      const end = this.#posting.starts[word + 1] as number;
      for (let at = this.#posting.starts[word] as number; at < end && left > 0; at += 1) {
        const key = this.#posting.values[at] as number;
        left -= 1;
        if (seen?.has(key)) continue;
        seen?.add(key);
        yield key;
      }
    }
  }
}

interface Runs {
  readonly starts: Uint32Array;
  readonly values: Uint32Array;
}

/** The run of a hash: buckets are a power of two. */
function read({ starts, values }: Runs, hash: number): number[] {
  const bucket = hash & (starts.length - 2);
  return [...values.subarray(starts[bucket], starts[bucket + 1])];
}

function neighbours(words: readonly string[]): string[] {
  return words.slice(1).map((word, place) => `${words[place]}${word}`);
}

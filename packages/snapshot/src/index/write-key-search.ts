import { looseKey } from '@deadwax/linkage/normalise/loose-key';
import { decodePoints, letterSet } from './code-points.ts';
import { type Filing, keyFiling, wordFiling } from './filings.ts';
import { GrowingUint32 } from './growing.ts';
import { type EachHash, LOOSE_TAG, PIECE_TAG, writeHashBuckets } from './hash-buckets.ts';
import type { IndexWriter } from './index-file.ts';
import { writeOffsets } from './packed-offsets.ts';
import { lengthBits, packPosting } from './posting-lists.ts';
import { writeSortedTexts } from './sorted-texts.ts';
import type { StringList } from './string-list.ts';
import { hashListed, MOST_HASHES } from './text-pieces.ts';
import { encodeText, hashBytes, writeTextTable } from './text-table.ts';
import { WordCollector } from './word-collector.ts';

const SPACE = 0x20;
const points = new Uint32Array(1 << 16);

/** Writes what `KeySearch` reads. Keys that are sorted take less room. */
export function writeKeySearch(name: string, keys: StringList, writer: IndexWriter): void {
  writeSortedTexts(`${name}.text`, keys, writer);
  writeTextTable(name, keys, writer);
  writePieces(`${name}.piece`, keys, { filing: keyFiling, writer });
  writeForeign(`${name}.foreign`, keys, writer);
  const read = readKeys(keys);
  writer.add(`${name}.letters`, read.letters);
  writeSortedTexts(`${name}.word.text`, read.words, writer);
  writeTextTable(`${name}.word`, read.words, writer);
  writePostings(`${name}.posting`, keys, read, writer);
  writePieces(`${name}.word.piece`, read.words, { filing: wordFiling, writer });
}

interface Words {
  readonly words: StringList;
  /** Numbers of the words of all keys, one key after the other, each once in a key. */
  readonly wordOf: Uint32Array;
  /** How many of these belong to each key. */
  readonly wordCounts: Uint16Array;
  /** Which letters each key has. */
  readonly letters: Uint32Array;
}

function readKeys(keys: StringList): Words {
  const { offsets, bytes } = keys;
  const words = new WordCollector();
  const wordOf = new GrowingUint32();
  const wordCounts = new Uint16Array(keys.length);
  const letters = new Uint32Array(keys.length);
  for (let key = 0; key < keys.length; key += 1) {
    const [start, end] = [offsets[key] as number, offsets[key + 1] as number];
    const first = wordOf.length;
    for (let from = start, at = start; at <= end; at += 1) {
      if (at < end && bytes[at] !== SPACE) continue;
      if (at > from) addOnce(wordOf, first, words.add(bytes, from, at));
      from = at + 1;
    }
    wordCounts[key] = wordOf.length - first;
    letters[key] = letterSet(points, decodePoints(bytes, start, end, points));
  }
  return { words: words.finish(), wordOf: wordOf.finish(), wordCounts, letters };
}

function addOnce(wordOf: GrowingUint32, first: number, word: number): void {
  for (let at = first; at < wordOf.length; at += 1) if (wordOf.at(at) === word) return;
  wordOf.push(word);
}

/** The keys that hold each word, ascending. */
function writePostings(
  name: string,
  keys: StringList,
  { words, wordOf, wordCounts }: Words,
  writer: IndexWriter,
): void {
  const next = new Uint32Array(words.length);
  for (let at = 0; at < wordOf.length; at += 1) {
    const word = wordOf[at] as number;
    next[word] = (next[word] as number) + 1;
  }
  writeOffsets(name, next, writer);
  // From lengths to beginnings.
  for (let word = 0, sum = 0; word < next.length; word += 1) {
    const length = next[word] as number;
    next[word] = sum;
    sum += length;
  }
  const values = new Uint32Array(wordOf.length);
  const bits = lengthBits(keys.length);
  for (let key = 0, at = 0; key < keys.length; key += 1) {
    const posting = packPosting(key, countPoints(keys, key), bits);
    for (const stop = at + (wordCounts[key] as number); at < stop; at += 1) {
      const word = wordOf[at] as number;
      values[next[word] as number] = posting;
      next[word] = (next[word] as number) + 1;
    }
  }
  writer.add(`${name}.value`, values);
}

function countPoints({ offsets, bytes }: StringList, key: number): number {
  let count = 0;
  for (let at = offsets[key] as number; at < (offsets[key + 1] as number); at += 1)
    if (((bytes[at] as number) & 0xc0) !== 0x80) count += 1;
  return count;
}

/** Texts under the hashes of what a slip or two leave whole of them. */
function writePieces(
  name: string,
  texts: StringList,
  { filing, writer }: { filing: Filing; writer: IndexWriter },
): void {
  const hashes = new Uint32Array(MOST_HASHES);
  const each: EachHash = (visit) => {
    for (let text = 0; text < texts.length; text += 1) {
      const [start, end] = [texts.offsets[text] as number, texts.offsets[text + 1] as number];
      const count = hashListed(points, [0, decodePoints(texts.bytes, start, end, points)], filing, hashes);
      for (let at = 0; at < count; at += 1) visit(hashes[at] as number, text);
    }
  };
  writeHashBuckets(name, { items: texts.length, leastTag: PIECE_TAG }, each, writer);
}

/** Keys of other letters than ASCII under their loose form; the loose form of an ASCII key is the key, spaces aside. */
function writeForeign(name: string, keys: StringList, writer: IndexWriter): void {
  const [hashes, items] = [new GrowingUint32(), new GrowingUint32()];
  const text = new Uint8Array(1 << 18);
  for (let key = 0; key < keys.length; key += 1) {
    if (isAscii(keys, key)) continue;
    const length = encodeText(looseKey(keys.get(key)), text);
    if (length < 0) continue;
    hashes.push(hashBytes(text, 0, length));
    items.push(key);
  }
  const each: EachHash = (visit) => {
    for (let at = 0; at < hashes.length; at += 1) visit(hashes.at(at), items.at(at));
  };
  writeHashBuckets(name, { items: keys.length, leastTag: LOOSE_TAG }, each, writer);
}

function isAscii({ offsets, bytes }: StringList, key: number): boolean {
  for (let at = offsets[key] as number; at < (offsets[key + 1] as number); at += 1)
    if ((bytes[at] as number) >= 0x80) return false;
  return true;
}

import { looseKey } from '@deadwax/linkage/normalise/loose-key';
import { deletions } from './deletions.ts';
import { GrowingUint32 } from './growing.ts';
import type { IndexWriter } from './index-file.ts';
import { type StringList, StringListBuilder } from './string-list.ts';
import { hashText, writeTextTable } from './text-table.ts';

/** Writes what `KeySearch` reads, for the keys of a list whose texts and table are written already. */
export function writeKeySearch(name: string, keys: StringList, writer: IndexWriter): void {
  const words = writePostings(name, keys, writer);
  writeBuckets(`${name}.deletion`, words.length, (word) => deletions(words.get(word)), writer);
  writeBuckets(`${name}.loose`, keys.length, (key) => [looseKey(keys.get(key))], writer);
}

function writePostings(name: string, keys: StringList, writer: IndexWriter): StringList {
  const places = new Map<string, number>();
  const wordOf = new GrowingUint32();
  const keyOf = new GrowingUint32();
  for (let key = 0; key < keys.length; key += 1) {
    for (const word of new Set(keys.get(key).split(' '))) {
      const place = places.get(word) ?? places.size;
      if (place === places.size) places.set(word, place);
      wordOf.push(place);
      keyOf.push(key);
    }
  }
  const builder = new StringListBuilder();
  for (const word of places.keys()) builder.push(word);
  const words = builder.finish();
  builder.write(`${name}.word.text`, writer);
  writeTextTable(`${name}.word`, words, writer);
  const [owners, values] = [wordOf.finish(), keyOf.finish()];
  writeGrouped(`${name}.posting`, { owners, values, count: words.length }, writer);
  return words;
}

/** Files each item under the hashes of its texts. */
function writeBuckets(
  name: string,
  items: number,
  textsOf: (item: number) => Iterable<string>,
  writer: IndexWriter,
): void {
  const [hashes, values] = [new GrowingUint32(), new GrowingUint32()];
  for (let item = 0; item < items; item += 1) {
    for (const text of textsOf(item)) {
      hashes.push(hashText(text));
      values.push(item);
    }
  }
  const count = 2 ** Math.max(3, Math.ceil(Math.log2(Math.max(1, hashes.length / 2))));
  const owners = hashes.finish().map((hash) => hash & (count - 1));
  writeGrouped(name, { owners, values: values.finish(), count }, writer);
}

/** Writes values grouped by owner, in the order they came: `<name>.start` and `<name>.value`. */
function writeGrouped(
  name: string,
  { owners, values, count }: { owners: Uint32Array; values: Uint32Array; count: number },
  writer: IndexWriter,
): void {
  const starts = new Uint32Array(count + 1);
  for (const owner of owners) starts[owner + 1] = (starts[owner + 1] as number) + 1;
  for (let owner = 0; owner < count; owner += 1)
    starts[owner + 1] = (starts[owner + 1] as number) + (starts[owner] as number);
  const next = starts.slice();
  const grouped = new Uint32Array(values.length);
  for (const [place, owner] of owners.entries()) {
    grouped[next[owner] as number] = values[place] as number;
    next[owner] = (next[owner] as number) + 1;
  }
  writer.add(`${name}.start`, starts);
  writer.add(`${name}.value`, grouped);
}

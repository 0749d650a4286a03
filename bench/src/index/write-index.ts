import { rmSync, writeSync } from 'node:fs';
import { IndexWriter } from '@deadwax/snapshot/index/index-file';
import { type StringList, StringListBuilder } from '@deadwax/snapshot/index/string-list';
import { WordCollector } from '@deadwax/snapshot/index/word-collector';
import { writeKeySearch } from '@deadwax/snapshot/index/write-key-search';
import type { Names } from './names.ts';

export interface Written {
  readonly keys: number;
  /** Making up the names, no part of the build. */
  readonly namingSeconds: number;
  readonly buildSeconds: number;
}

/** Name of the list in the index file. */
export const LIST = 'name';

/** Writes an index of these names, and the distinct ones a line each to a file that peers load. */
export function writeIndex(names: Names, path: string, lines: number): Written {
  const begun = performance.now();
  const collector = new WordCollector();
  const text = new Uint8Array(1 << 12);
  const encoder = new TextEncoder();
  for (let number = 0; number < names.count; number += 1)
    collector.add(text, 0, encoder.encodeInto(names.at(number), text).written);
  const keys = sort(collector.finish());
  writeLines(keys, lines);
  const named = performance.now();
  rmSync(path, { force: true });
  const writer = new IndexWriter(path);
  writeKeySearch(LIST, keys, writer);
  writer.finish({});
  const seconds = (from: number, to: number) => (to - from) / 1000;
  return {
    keys: keys.length,
    namingSeconds: seconds(begun, named),
    buildSeconds: seconds(named, performance.now()),
  };
}

/** In the order of a snapshot's keys. */
function sort(keys: StringList): StringList {
  const sorted = new StringListBuilder();
  for (const text of Array.from({ length: keys.length }, (_, key) => keys.get(key)).sort()) sorted.push(text);
  return sorted.finish();
}

function writeLines({ offsets, bytes, length }: StringList, file: number): void {
  const part = 1 << 16;
  for (let from = 0; from < length; from += part) {
    const to = Math.min(length, from + part);
    const start = offsets[from] as number;
    const lines = Buffer.alloc((offsets[to] as number) - start + to - from, '\n');
    for (let key = from; key < to; key += 1)
      lines.set(bytes.subarray(offsets[key], offsets[key + 1]), (offsets[key] as number) - start + key - from);
    writeSync(file, lines);
  }
}

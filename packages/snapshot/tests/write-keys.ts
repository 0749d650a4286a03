import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { IndexWriter, openIndexFile } from '../src/index/index-file.ts';
import { KeySearch } from '../src/index/key-search.ts';
import { StringListBuilder } from '../src/index/string-list.ts';
import { writeKeySearch } from '../src/index/write-key-search.ts';

/** Writes an index file of these keys alone, each once, under the name `key`. */
async function writeKeys(texts: Iterable<string>): Promise<string> {
  const path = join(await mkdtemp(join(tmpdir(), 'deadwax-keys-')), 'keys.index');
  const builder = new StringListBuilder();
  for (const text of new Set(texts)) builder.push(text);
  const writer = new IndexWriter(path);
  writeKeySearch('key', builder.finish(), writer);
  writer.finish({});
  return path;
}

export async function searchKeys(texts: Iterable<string>): Promise<{ keys: KeySearch; all: string[]; path: string }> {
  const path = await writeKeys(texts);
  const keys = new KeySearch(openIndexFile(path), 'key');
  return { keys, all: Array.from({ length: keys.length }, (_, place) => keys.text(place)), path };
}

import { parentPort, workerData } from 'node:worker_threads';
import { IndexWriter } from '../index-file.ts';
import { StringList } from '../string-list.ts';
import { writeTextTable } from '../text-table.ts';
import { writeKeySearch } from '../write-key-search.ts';
import type { KeysToLay } from './lay-keys.ts';

const { name, offsets, bytes, path } = workerData as KeysToLay;
const keys = new StringList(offsets, bytes);
const writer = new IndexWriter(path);
writer.add(`${name}.text.offsets`, offsets);
writer.add(`${name}.text.bytes`, bytes);
writeTextTable(name, keys, writer);
writeKeySearch(name, keys, writer);
writer.finish(null);
parentPort?.postMessage('done');

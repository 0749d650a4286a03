import { parentPort, workerData } from 'node:worker_threads';
import { IndexWriter } from '../index-file.ts';
import { StringList } from '../string-list.ts';
import { writeKeySearch } from '../write-key-search.ts';
import type { KeysToLay } from './lay-keys.ts';

const { name, offsets, bytes, path } = workerData as KeysToLay;
const writer = new IndexWriter(path);
writeKeySearch(name, new StringList(offsets, bytes), writer);
writer.finish(null);
parentPort?.postMessage('done');

import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { StringList } from '../string-list.ts';

export interface KeysToLay {
  readonly name: string;
  readonly offsets: Uint32Array;
  readonly bytes: Uint8Array;
  readonly path: string;
}

/** Writes the keys and all that finds them to a file of their own beside the index, in a thread. Returns its path. */
export async function layKeysInThread(
  name: string,
  { offsets, bytes }: StringList,
  index: string,
  signal: AbortSignal,
): Promise<string> {
  const path = `${index}.${name}`;
  const worker = new Worker(new URL('./lay-keys-worker.ts', import.meta.url), {
    workerData: { name, offsets, bytes, path } satisfies KeysToLay,
  });
  const stop = () => void worker.terminate();
  signal.addEventListener('abort', stop, { once: true });
  try {
    await once(worker, 'message');
    return path;
  } finally {
    signal.removeEventListener('abort', stop);
    await worker.terminate();
  }
}

import { Worker } from 'node:worker_threads';
import type { BlockRead, BlockScanner, BlockTask } from '@deadwax/sources/blocks/block';
import type { InputFile, Source } from '@deadwax/sources/source';
import type { StagedBlock } from './staged-rows.ts';
import { restoreFailure, type ThreadFailure } from './thread-failure.ts';

/** What a scanning thread is told at first. Sources hold functions, so it looks its own up by name. */
export interface ScanThreadTask {
  readonly source: string;
  readonly file: InputFile;
}

export type ToScanThread = { readonly task: BlockTask } | { readonly drop: number };

export type FromScanThread = { readonly read: BlockRead<StagedBlock> } | { readonly failed: ThreadFailure };

interface Waiting {
  readonly stream: number;
  readonly resolve: (read: BlockRead<StagedBlock>) => void;
  readonly reject: (error: Error) => void;
}

interface Thread {
  readonly worker: Worker;
  /** In the order in which it answers. */
  readonly waiting: Waiting[];
  /** What ended it: it answers no more. */
  failure: Error | null;
}

/** Blocks each thread is given: one to read, one that lies ready. */
const BLOCKS_AT_ONCE = 2;

export interface ScanThreads extends BlockScanner<StagedBlock> {
  close(): Promise<void>;
}

/** Reads blocks of a file in threads of their own. */
export function openScanThreads(source: Source, file: InputFile, count: number): ScanThreads {
  const threads = Array.from({ length: count }, () => startThread({ source: source.name, file }));
  /** Where streams are kept that have not come to their end. */
  const keepers = new Map<number, Thread>();
  return {
    ahead: count * BLOCKS_AT_ONCE,
    read: async (task) => {
      const thread = (task.place === null && keepers.get(task.stream)) || idlest(threads);
      keepers.delete(task.stream);
      const read = await ask(thread, task);
      if (read.place === null) keepers.set(task.stream, thread);
      return read;
    },
    drop: (stream) => {
      keepers.get(stream)?.worker.postMessage({ drop: stream } satisfies ToScanThread);
      keepers.delete(stream);
    },
    close: async () => {
      await Promise.all(threads.map(({ worker }) => worker.terminate()));
    },
  };
}

function startThread(task: ScanThreadTask): Thread {
  const worker = new Worker(new URL('./scan-worker.ts', import.meta.url), { workerData: task });
  const waiting: Waiting[] = [];
  const thread: Thread = { worker, waiting, failure: null };
  const fail = (error: Error) => {
    thread.failure ??= error;
    for (const { reject } of waiting.splice(0)) reject(thread.failure);
  };
  worker.on('message', (message: FromScanThread) => {
    const next = waiting.shift();
    if ('read' in message) next?.resolve(message.read);
    else next?.reject(restoreFailure(message.failed));
  });
  worker.once('error', fail);
  worker.once('messageerror', fail);
  worker.once('exit', (code) => fail(new Error(`a thread that read ${task.file.path} ended with code ${code}`)));
  return thread;
}

function ask({ worker, waiting, failure }: Thread, task: BlockTask): Promise<BlockRead<StagedBlock>> {
  if (failure) return Promise.reject(failure);
  return new Promise((resolve, reject) => {
    waiting.push({ stream: task.stream, resolve, reject });
    worker.postMessage({ task } satisfies ToScanThread, [task.bytes.buffer as ArrayBuffer]);
  });
}

function idlest(threads: readonly Thread[]): Thread {
  return threads.reduce((least, each) => (each.waiting.length < least.waiting.length ? each : least));
}

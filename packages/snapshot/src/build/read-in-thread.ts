import { Worker } from 'node:worker_threads';
import { builtInSources } from '@deadwax/sources/registry';
import type { InputFile } from '@deadwax/sources/source';
import { type ReadFile, type ReadTask, readFile } from './read-file.ts';
import type { StagedPart } from './staging-sink.ts';
import { restoreFailure, type ThreadFailure } from './thread-failure.ts';

/** What a reading thread is told. Sources hold functions, so it looks its own up by name. */
export interface ThreadTask {
  readonly source: string;
  readonly file: InputFile;
  readonly staging: string;
  readonly quarantine: string;
  readonly allowTruncated: boolean;
  readonly scanThreads: number;
}

export type FromThread =
  | { readonly progress: number }
  | { readonly part: StagedPart }
  | { readonly read: ReadFile }
  | { readonly failed: ThreadFailure };

export type ToThread = 'abort' | 'taken';

/** Reads a dump file in a thread of its own, or here when its source is not built in: threads can only look those up. */
export function readInThread(task: ReadTask): Promise<ReadFile> {
  return builtInSources.includes(task.source) ? runThread(task) : readFile(task);
}

async function runThread(task: ReadTask): Promise<ReadFile> {
  const { file, staging, quarantine, allowTruncated, scanThreads, signal } = task;
  const workerData: ThreadTask = { source: task.source.name, file, staging, quarantine, allowTruncated, scanThreads };
  const worker = new Worker(new URL('./read-worker.ts', import.meta.url), { workerData });
  const tell = (message: ToThread) => worker.postMessage(message);
  const stop = () => tell('abort');
  signal.addEventListener('abort', stop, { once: true });
  if (signal.aborted) stop();
  const taking = new Set<Promise<void>>();
  const take = async (part: StagedPart) => {
    await task.onPart(part);
    tell('taken');
  };
  try {
    return await new Promise<ReadFile>((resolve, reject) => {
      worker.on('message', (message: FromThread) => {
        if ('progress' in message) task.onProgress(message.progress);
        else if ('part' in message) {
          const taken = take(message.part)
            .catch((error: unknown) => reject(error as Error))
            .finally(() => taking.delete(taken));
          taking.add(taken);
        } else if ('read' in message) resolve(message.read);
        else reject(restoreFailure(message.failed));
      });
      worker.once('error', reject);
      worker.once('messageerror', reject);
      worker.once('exit', (code) => reject(new Error(`the thread that read ${file.path} ended with code ${code}`)));
    });
  } finally {
    signal.removeEventListener('abort', stop);
    await worker.terminate();
    // The folders of these parts are removed afterwards.
    await Promise.allSettled(taking);
  }
}

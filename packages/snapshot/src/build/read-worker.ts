import { parentPort, workerData } from 'node:worker_threads';
import { builtInSources } from '@deadwax/sources/registry';
import { readFile } from './read-file.ts';
import type { FromThread, ThreadTask, ToThread } from './read-in-thread.ts';
import { describeFailure } from './thread-failure.ts';

const task = workerData as ThreadTask;
const controller = new AbortController();
const waiting: (() => void)[] = [];
const say = (message: FromThread) => parentPort?.postMessage(message);

parentPort?.on('message', (message: ToThread) => {
  if (message === 'abort') controller.abort();
  else waiting.shift()?.();
});

const source = builtInSources.find(({ name }) => name === task.source);
if (!source) throw new Error(`there is no source ${task.source}`);
await readFile({
  ...task,
  source,
  signal: controller.signal,
  onProgress: (progress) => say({ progress }),
  onPart: (part) =>
    new Promise((resolve) => {
      waiting.push(resolve);
      say({ part });
    }),
}).then(
  (read) => say({ read }),
  (error: unknown) => say({ failed: describeFailure(error) }),
);

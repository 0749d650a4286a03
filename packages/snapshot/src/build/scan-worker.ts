import { parentPort, workerData } from 'node:worker_threads';
import { builtInSources } from '@deadwax/sources/registry';
import { ScanHere } from './scan-here.ts';
import type { FromScanThread, ScanThreadTask, ToScanThread } from './scan-threads.ts';
import { describeFailure } from './thread-failure.ts';

const { source: name, file } = workerData as ScanThreadTask;
const source = builtInSources.find((each) => each.name === name);
if (!source) throw new Error(`there is no source ${name}`);
const scanner = new ScanHere(source, file);

function say(message: FromScanThread, moved: readonly Uint8Array[] = []): void {
  parentPort?.postMessage(
    message,
    moved.map(({ buffer }) => buffer as ArrayBuffer),
  );
}

parentPort?.on('message', (message: ToScanThread) => {
  if ('drop' in message) return scanner.drop(message.drop);
  scanner.read(message.task).then(
    (read) => say({ read }, [read.bytes, ...Object.values(read.rows.tables).map(({ csv }) => csv)]),
    (error: unknown) => say({ failed: describeFailure(error) }),
  );
});

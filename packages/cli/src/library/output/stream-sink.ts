import { finished } from 'node:stream/promises';
import { explainWriteFault } from './explain-write-fault.ts';
import type { TextSink } from './text-sink.ts';

/** The reader of the output went away (`| head`): no fault, and nothing more to do. */
export class ReaderGone extends Error {
  readonly code = 'reader_gone';
}

interface StreamFacts {
  /** What errors call the stream. */
  readonly name: string;
  /** Whether the stream is ours to end. */
  readonly ends: boolean;
}

/** Writes to a stream somebody reads, waiting when they are slow. */
export function streamSink(stream: NodeJS.WritableStream, { name, ends }: StreamFacts): TextSink {
  // The callback of each write reports the fault; without a listener the event of the same name would end the process.
  stream.on('error', () => {});
  const explain = (fault: NodeJS.ErrnoException) =>
    fault.code === 'EPIPE' ? new ReaderGone() : explainWriteFault(name, fault);
  return {
    write: (text) =>
      new Promise((resolve, reject) => {
        stream.write(text, (fault) => (fault ? reject(explain(fault)) : resolve()));
      }),
    async finish() {
      if (!ends) return;
      stream.end();
      await finished(stream).catch((fault: NodeJS.ErrnoException) => {
        throw explain(fault);
      });
    },
    abandon: async () => undefined,
  };
}

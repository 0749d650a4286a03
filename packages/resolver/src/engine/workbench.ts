import { setImmediate } from 'node:timers/promises';
import type { AsyncResolver, Resolver } from '../resolver.ts';
import { answerChunk, type Chunk, type ChunkAnswer, readTexts, writeResults } from './chunk.ts';

/** One opened snapshot and whoever works on it. */
export interface Workbench extends Pick<Resolver, 'version' | 'snapshotId'> {
  /** Chunks worth giving it at once. */
  readonly width: number;
  answer(chunk: Chunk, signal: AbortSignal): Promise<ChunkAnswer>;
  /** Lets go of the snapshot, once what is under way has ended. */
  close(): Promise<void>;
}

/** Works on the calling thread, letting other events in between chunks. */
export function workHere(resolver: Resolver): Workbench {
  const { version, snapshotId } = resolver;
  return {
    version,
    snapshotId,
    width: 1,
    answer: async (chunk) => {
      await setImmediate();
      return answerChunk(resolver, chunk);
    },
    close: async () => undefined,
  };
}

/** Has a resolver that also asks outside this process look at what a workbench answers. */
export function workBeside(bench: Workbench, wrap: (resolver: ReadableResolver) => AsyncResolver): Workbench {
  const asking = wrap({
    version: bench.version,
    snapshotId: bench.snapshotId,
    resolve: async (inputs, options) => {
      const answer = await bench.answer({ ...options, inputs, separator: '\n' }, options.signal);
      return readTexts(answer).map((text) => JSON.parse(text));
    },
  });
  return {
    ...asking,
    width: bench.width,
    answer: async ({ inputs, separator, includeTracks, explain = false }, signal) => {
      const { results, calls, ms } = await asking.resolve(inputs, { includeTracks, explain, signal });
      return writeResults(results, separator, { calls, ms });
    },
    close: () => bench.close(),
  };
}

/** A resolver whose results can be looked into. */
export type ReadableResolver = Pick<Resolver, 'version' | 'snapshotId'> & {
  resolve(
    ...question: Parameters<AsyncResolver['resolve']>
  ): ReturnType<Resolver['resolve']> | Promise<ReturnType<Resolver['resolve']>>;
};

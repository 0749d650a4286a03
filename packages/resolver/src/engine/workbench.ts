import { setImmediate } from 'node:timers/promises';
import type { AsyncResolver, Resolver } from '../resolver.ts';
import { answerChunk, type Chunk, type ChunkAnswer, readInputs, readTexts, writeResults } from './chunk.ts';

/** Threads for all, or those kept free of what nobody waits for. */
export type Desk = 'common' | 'reserved';

/** One opened snapshot and whoever works on it. */
export interface Workbench extends Pick<Resolver, 'version' | 'snapshotId'> {
  /** Chunks worth giving it at once. */
  readonly width: number;
  /** Chunks worth giving at once to its reserved threads; 0 where it has none. */
  readonly reserved: number;
  answer(chunk: Chunk, signal: AbortSignal, desk: Desk): Promise<ChunkAnswer>;
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
    reserved: 0,
    answer: async (chunk) => {
      await setImmediate();
      return answerChunk(resolver, chunk);
    },
    close: async () => undefined,
  };
}

/** Has a resolver that also asks outside this process look at what a workbench answers. */
export function workBeside(bench: Workbench, wrap: (resolver: ReadableResolver) => AsyncResolver): Workbench {
  const askingAt = (desk: Desk, givesWay: boolean): AsyncResolver =>
    wrap({
      version: bench.version,
      snapshotId: bench.snapshotId,
      resolve: async (inputs, options) => {
        const answer = await bench.answer(
          { ...options, inputs: JSON.stringify(inputs), separator: '\n', givesWay },
          options.signal,
          desk,
        );
        return readTexts(answer).map((text) => JSON.parse(text));
      },
    });
  // Between them stands a resolver, which knows neither desks nor who gives way: there is one for each.
  const both = (desk: Desk) => ({ holding: askingAt(desk, false), givingWay: askingAt(desk, true) });
  const asking = { common: both('common'), reserved: both('reserved') };
  return {
    ...bench,
    version: asking.common.holding.version,
    answer: async (chunk, signal, desk) => {
      const { separator, includeTracks, explain = false, givesWay = false } = chunk;
      const resolver = asking[desk][givesWay ? 'givingWay' : 'holding'];
      const { results, calls, ms } = await resolver.resolve(readInputs(chunk), { includeTracks, explain, signal });
      return writeResults(results, separator, { calls, ms });
    },
  };
}

/** A resolver whose results can be looked into. */
export type ReadableResolver = Pick<Resolver, 'version' | 'snapshotId'> & {
  resolve(
    ...question: Parameters<AsyncResolver['resolve']>
  ): ReturnType<Resolver['resolve']> | Promise<ReturnType<Resolver['resolve']>>;
};

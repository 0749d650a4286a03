import { availableParallelism } from 'node:os';
import { Piscina } from 'piscina';
import { resolverVersion } from '../open-resolver.ts';
import type { Chunk, ChunkAnswer } from './chunk.ts';
import type { OpenedSnapshot } from './open-snapshot.ts';
import type { Desk, Workbench } from './workbench.ts';

/** A thread that is done with a chunk has the next one waiting, instead of waiting for the main thread. */
const CHUNKS_PER_THREAD = 2;
/** Threads beside the others for callers who wait: a large chunk is never in their way. */
const RESERVED = 1;
/** Where cores are few, threads that large batches keep busy give way to the one that listens and the one for callers who wait. */
const GIVES_WAY = 5;

/** Works on threads that share the index in memory. Resolves once all of them are warm. */
export async function workInThreads(opened: OpenedSnapshot, threads: number): Promise<Workbench> {
  const pools: Readonly<Record<Desk, Piscina<Chunk, ChunkAnswer>>> = {
    common: openPool(opened, threads, GIVES_WAY),
    reserved: openPool(opened, RESERVED),
  };
  const both = [pools.common, pools.reserved];
  try {
    await Promise.all(both.map(awaitThreads));
  } catch (error) {
    await Promise.all(both.map((pool) => pool.destroy()));
    throw error;
  }
  // With a core for each of them, the thread that listens, and those that ask from this machine, nobody needs to be let by.
  const areFew = availableParallelism() < threads + RESERVED + 2;
  return {
    version: resolverVersion,
    snapshotId: opened.snapshotId,
    width: threads,
    reserved: RESERVED,
    answer: (chunk, _signal, desk) => pools[desk].run(areFew ? chunk : { ...chunk, givesWay: false }),
    close: async () => void (await Promise.all(both.map((pool) => pool.close()))),
  };
}

/** As many chunks of nothing as there are threads: each gets one, and answers it when it is warm. */
async function awaitThreads(pool: Piscina<Chunk, ChunkAnswer>): Promise<void> {
  const nothing: Chunk = { inputs: '[]', includeTracks: false, separator: ',' };
  await Promise.all(pool.threads.map(() => pool.run(nothing)));
}

function openPool(opened: OpenedSnapshot, threads: number, nice = 0): Piscina<Chunk, ChunkAnswer> {
  return new Piscina({
    filename: new URL('./answer-in-thread.ts', import.meta.url).href,
    name: 'answerInThread',
    minThreads: threads,
    maxThreads: threads,
    concurrentTasksPerWorker: CHUNKS_PER_THREAD,
    workerData: opened,
    niceIncrement: nice,
  });
}

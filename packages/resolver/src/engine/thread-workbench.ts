import { Piscina } from 'piscina';
import { resolverVersion } from '../open-resolver.ts';
import type { Chunk, ChunkAnswer } from './chunk.ts';
import type { OpenedSnapshot } from './open-snapshot.ts';
import type { Workbench } from './workbench.ts';

/** A thread that is done with a chunk has the next one waiting, instead of waiting for the main thread. */
const CHUNKS_PER_THREAD = 2;

/** Works on threads that share the index in memory. Resolves once they answer. */
export async function workInThreads(opened: OpenedSnapshot, threads: number): Promise<Workbench> {
  const pool = new Piscina<Chunk, ChunkAnswer>({
    filename: new URL('./answer-in-thread.ts', import.meta.url).href,
    name: 'answerInThread',
    minThreads: threads,
    maxThreads: threads,
    concurrentTasksPerWorker: CHUNKS_PER_THREAD,
    workerData: opened,
  });
  try {
    await pool.run({ inputs: [], includeTracks: false, separator: ',' });
  } catch (error) {
    await pool.destroy();
    throw error;
  }
  return {
    version: resolverVersion,
    snapshotId: opened.snapshotId,
    width: threads,
    answer: (chunk) => pool.run(chunk),
    close: () => pool.close(),
  };
}

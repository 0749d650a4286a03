import { workerData } from 'node:worker_threads';
import { move, transferableSymbol, valueSymbol } from 'piscina';
import { answerChunk, type Chunk } from './chunk.ts';
import { type OpenedSnapshot, resolveOpened } from './open-snapshot.ts';

const resolver = resolveOpened(workerData as OpenedSnapshot);

/** Answers a chunk on one of the threads; its bytes are handed over, not copied. */
export function answerInThread(chunk: Chunk): object {
  const answer = answerChunk(resolver, chunk);
  return move({ [transferableSymbol]: [answer.bytes.buffer, answer.ends.buffer], [valueSymbol]: answer });
}

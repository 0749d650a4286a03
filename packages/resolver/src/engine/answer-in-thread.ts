import { workerData } from 'node:worker_threads';
import { move, transferableSymbol, valueSymbol } from 'piscina';
import { answerChunk, type Chunk } from './chunk.ts';
import { letOthersBy } from './let-others-by.ts';
import { type OpenedSnapshot, readIndex, resolveIndex } from './open-snapshot.ts';
import { warmUp } from './warm-up.ts';

const opened = workerData as OpenedSnapshot;
const index = readIndex(opened);
const resolver = resolveIndex(index, opened);
warmUp(resolver, index);

/** Answers a chunk on one of the threads; its bytes are handed over, not copied. */
export function answerInThread(chunk: Chunk): object {
  const answer = answerChunk(resolver, chunk, letOthersBy);
  return move({ [transferableSymbol]: [answer.bytes.buffer, answer.ends.buffer], [valueSymbol]: answer });
}

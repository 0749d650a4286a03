import type { BulkResolveInput, BulkResolveResult } from '@deadwax/contract/schemas';
import type { ResolveOptions, Resolver } from '../resolver.ts';

/** Rows that are answered in one go. */
export interface Chunk extends ResolveOptions {
  readonly inputs: readonly BulkResolveInput[];
  /** What stands between two results: a comma in an array, a line break in a stream. */
  readonly separator: ',' | '\n';
}

/** How many results were of one kind, method and confidence. */
export interface Tally extends Pick<BulkResolveResult, 'kind' | 'method' | 'confidence'> {
  readonly count: number;
}

/** The results of a chunk, written where they were made: text costs less to hand on than objects. */
export interface ChunkAnswer {
  /** Results as JSON in UTF-8, in the order of the inputs. */
  readonly bytes: Uint8Array;
  /** Where each result ends in `bytes`; the separator follows. */
  readonly ends: Uint32Array;
  readonly tallies: readonly Tally[];
  /** Requests to outside services, and the time spent waiting for them. */
  readonly calls: number;
  readonly ms: number;
}

const encoder = new TextEncoder();

export function answerChunk(resolver: Pick<Resolver, 'resolve'>, chunk: Chunk): ChunkAnswer {
  return writeResults(resolver.resolve(chunk.inputs, chunk), chunk.separator, { calls: 0, ms: 0 });
}

export function writeResults(
  results: readonly BulkResolveResult[],
  separator: Chunk['separator'],
  cost: Pick<ChunkAnswer, 'calls' | 'ms'>,
): ChunkAnswer {
  const texts = results.map((result) => JSON.stringify(result));
  const ends = new Uint32Array(texts.length);
  let end = 0;
  for (const [place, text] of texts.entries()) {
    end += Buffer.byteLength(text);
    ends[place] = end;
    end += separator.length;
  }
  return { bytes: encoder.encode(texts.join(separator)), ends, tallies: tally(results), ...cost };
}

function tally(results: readonly BulkResolveResult[]): Tally[] {
  const counts = new Map<string, { kind: Tally['kind'] } & Pick<Tally, 'method' | 'confidence'> & { count: number }>();
  for (const { kind, method, confidence } of results) {
    const key = `${kind} ${method} ${confidence}`;
    const known = counts.get(key);
    if (known) known.count += 1;
    else counts.set(key, { kind, method, confidence, count: 1 });
  }
  return [...counts.values()];
}

/** The text of each result of an answer. */
export function readTexts({ bytes, ends }: Pick<ChunkAnswer, 'bytes' | 'ends'>): string[] {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return Array.from(ends, (end, place) =>
    buffer.toString('utf8', place === 0 ? 0 : (ends[place - 1] as number) + 1, end),
  );
}

/**
 * Gives the memory of bytes back at once: the collector counts them as its own, and stops the thread that listens for them otherwise.
 * They must not be read after. Bytes that share their memory with others are left as they are.
 */
export function release(bytes: Uint8Array): void {
  const { buffer } = bytes;
  if (buffer instanceof ArrayBuffer && buffer.byteLength === bytes.byteLength) buffer.transfer(0);
}

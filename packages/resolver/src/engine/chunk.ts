import type { BulkResolveInput, BulkResolveResult } from '@deadwax/contract/schemas';
import type { ResolveOptions, Resolver } from '../resolver.ts';

/** Rows that are answered in one go. */
export interface Chunk extends ResolveOptions {
  /** Inputs as a JSON array: text costs less to keep, and to hand on, than objects. */
  readonly inputs: string;
  /** What stands after each result: a comma in an array, a line break in a stream. */
  readonly separator: ',' | '\n';
  /** Whoever waits for a core gets it every few rows. Default false. */
  readonly givesWay?: boolean;
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

/** Rows between two pauses: half a millisecond. */
const ROWS_BETWEEN = 4;

/** `pause` lets others have the core; it is called every few rows where the chunk gives way. Default: nobody is let by. */
export function answerChunk(resolver: Pick<Resolver, 'resolve'>, chunk: Chunk, pause?: () => void): ChunkAnswer {
  const inputs = readInputs(chunk);
  const step = chunk.givesWay === true && pause !== undefined ? ROWS_BETWEEN : Math.max(1, inputs.length);
  const results: BulkResolveResult[] = [];
  for (let at = 0; at < inputs.length; at += step) {
    if (at > 0) pause?.();
    results.push(...resolver.resolve(inputs.slice(at, at + step), chunk));
  }
  return writeResults(results, chunk.separator, { calls: 0, ms: 0 });
}

export function readInputs({ inputs }: Pick<Chunk, 'inputs'>): BulkResolveInput[] {
  return JSON.parse(inputs);
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
  return {
    bytes: encoder.encode(texts.map((text) => text + separator).join('')),
    ends,
    tallies: tally(results),
    ...cost,
  };
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

/** The bytes of each result of an answer. They share its memory. */
export function cutResults({ bytes, ends }: Pick<ChunkAnswer, 'bytes' | 'ends'>): Buffer[] {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return Array.from(ends, (end, place) => buffer.subarray(place === 0 ? 0 : (ends[place - 1] as number) + 1, end));
}

/** The text of each result of an answer. */
export function readTexts(answer: Pick<ChunkAnswer, 'bytes' | 'ends'>): string[] {
  return cutResults(answer).map((result) => result.toString('utf8'));
}

/**
 * Gives the memory of bytes back at once: the collector counts them as its own, and stops the thread that listens for them otherwise.
 * They must not be read after. Bytes that share their memory with others are left as they are.
 */
export function release(bytes: Uint8Array): void {
  const { buffer } = bytes;
  if (buffer instanceof ArrayBuffer && buffer.byteLength === bytes.byteLength) buffer.transfer(0);
}

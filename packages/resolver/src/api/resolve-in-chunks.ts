import { setImmediate } from 'node:timers/promises';
import type { BulkResolveInput, BulkResolveResult } from '@deadwax/contract/schemas';
import type { Resolver } from '../resolver.ts';

const chunkSize = 200;

export interface ChunkOptions {
  readonly includeTracks: boolean;
  /** Aborted when nobody waits for the answer any more. */
  readonly signal: AbortSignal;
}

/** Resolves a batch piece by piece, letting other requests in between. Null when the signal ended it. */
export async function resolveInChunks(
  resolver: Resolver,
  inputs: readonly BulkResolveInput[],
  { includeTracks, signal }: ChunkOptions,
): Promise<BulkResolveResult[] | null> {
  const results: BulkResolveResult[] = [];
  for (let start = 0; start < inputs.length; start += chunkSize) {
    if (start > 0) await setImmediate();
    if (signal.aborted) return null;
    for (const result of resolver.resolve(inputs.slice(start, start + chunkSize), { includeTracks })) {
      results.push(result);
    }
  }
  return results;
}

import { setImmediate } from 'node:timers/promises';
import type { BulkResolveInput, BulkResolveResult } from '@deadwax/contract/schemas';
import type { AsyncResolver, OutsideAnswers, ResolveOptions, Resolver } from '../resolver.ts';

const chunkSize = 200;

export interface ChunkOptions extends ResolveOptions {
  /** Aborted when nobody waits for the answer any more. */
  readonly signal: AbortSignal;
}

/** Resolves a batch piece by piece, letting other requests in between. Null when the signal ended it. */
export async function resolveInChunks(
  resolver: AsyncResolver | Resolver,
  inputs: readonly BulkResolveInput[],
  options: ChunkOptions,
): Promise<OutsideAnswers | null> {
  const { signal } = options;
  const results: BulkResolveResult[] = [];
  let [calls, ms] = [0, 0];
  for (let start = 0; start < inputs.length; start += chunkSize) {
    if (start > 0) await setImmediate();
    if (signal.aborted) return null;
    const given = resolver.resolve(inputs.slice(start, start + chunkSize), options);
    if (Array.isArray(given)) {
      results.push(...given);
      continue;
    }
    const answered = await given;
    if (signal.aborted) return null;
    results.push(...answered.results);
    calls += answered.calls;
    ms += answered.ms;
  }
  return { results, calls, ms };
}

import { availableParallelism } from 'node:os';
import type { SourceEntry } from '../manifest.ts';
import { type LoadOptions, loadSource, type Slots, type SourceInput } from './load-source.ts';
import { shareCores } from './share-cores.ts';

export interface LoadAllOptions extends Omit<LoadOptions, 'slots' | 'scanThreadsOf'> {
  /** Threads that read blocks of one file. Default the cores, shared by the large files that are read at once. */
  readonly scanThreads?: number | undefined;
}

/** Reads the dumps of every source, as many files at once as there are cores. The first fault stops all of them. */
export async function loadSources(
  inputs: readonly SourceInput[],
  options: LoadAllOptions,
): Promise<Record<string, SourceEntry>> {
  const stop = new AbortController();
  const signal = AbortSignal.any([options.signal, stop.signal]);
  const { scanThreads: told } = options;
  const scanThreadsOf = told === undefined ? shareCores(inputs, availableParallelism()) : () => told;
  const slots = openSlots(availableParallelism(), signal, (error) => stop.abort(error));
  const loads = inputs.map(
    async (input): Promise<[string, SourceEntry]> => [
      input.source.name,
      await loadSource(input, { ...options, signal, slots, scanThreadsOf }),
    ],
  );
  for (const load of loads) load.catch((error: unknown) => stop.abort(error));
  const ended = await Promise.allSettled(loads);
  // What was stopped because of a fault has faults of its own: the first is the one to tell.
  if (ended.some(({ status }) => status === 'rejected')) throw stop.signal.reason;
  return Object.fromEntries(await Promise.all(loads));
}

/** `onFault` hears of the first fault before anything that it stops can have one. */
function openSlots(count: number, signal: AbortSignal, onFault: (error: unknown) => void): Slots {
  const waiting: (() => void)[] = [];
  let free = count;
  return async (work) => {
    if (free > 0) free -= 1;
    else await new Promise<void>((resolve) => waiting.push(resolve));
    try {
      signal.throwIfAborted();
      return await work();
    } catch (error) {
      onFault(error);
      throw error;
    } finally {
      const next = waiting.shift();
      if (next) next();
      else free += 1;
    }
  };
}

import type { QueueMessages } from '../queue/open-queue.ts';
import { awaitTurn } from '../runs/turns.ts';
import { UnauthorisedError } from './ask-patiently.ts';
import { workOne } from './run-pull.ts';
import { findRunningRun } from './runs.ts';
import type { PullDependencies } from './work-range.ts';

/** Another worker goes through the range and was heard of lately: the queue asks again later. */
export class RangeHeldError extends Error {
  readonly code = 'range_held';
}

/** Goes through the range that a message names. Messages of runs that are over are done with. */
export async function workPull(
  dependencies: PullDependencies,
  { runId, rangeNo }: QueueMessages['identity.pull-range'],
  worker: { readonly name: string; readonly leaseSeconds: number },
): Promise<void> {
  const run = await findRunningRun(dependencies.db, runId);
  if (run === null) return;
  await awaitTurn(dependencies.db, runId);
  try {
    const { name, leaseSeconds } = worker;
    const state = await workOne(dependencies, run, { rangeNo, worker: name, leaseSeconds });
    if (state === 'held') throw new RangeHeldError(`range ${rangeNo} of run ${runId} is held by another worker`);
  } catch (error) {
    // The run is closed with its reason: no other worker, and no later try, would fare better.
    if (error instanceof UnauthorisedError) return;
    throw error;
  }
}

import { isConnectionFault } from '@deadwax/platform/database/connection-fault';
import type { QueueMessages } from '../queue/open-queue.ts';
import { findSoloRun, LostRunError } from '../runs/solo-run.ts';
import { awaitTurn } from '../runs/turns.ts';
import type { DriftPlan } from './open-drift.ts';
import type { DriftReport } from './report.ts';
import { type DriftDependencies, failDrift, goThroughDrift } from './run-drift.ts';

/**
 * Goes through the run that a message names, when it is its turn. A worker that stops, a database that is away and a claim that was
 * lost leave the run to whoever takes the message next; any other fault ends it. Messages of runs that are over are done with.
 */
export async function workDrift(
  dependencies: DriftDependencies,
  { runId }: QueueMessages['identity.drift'],
): Promise<void> {
  const { db, signal, log } = dependencies;
  const run = await findSoloRun<DriftPlan, DriftReport>(db, 'drift', runId);
  if (run === null) return;
  await awaitTurn(db, runId);
  try {
    await goThroughDrift(dependencies, run);
  } catch (error) {
    if (signal.aborted || error instanceof LostRunError || isConnectionFault(error)) throw error;
    log('failed', { runId, job: 'drift', error });
    await failDrift(db, runId, { error, aborted: false });
  }
}

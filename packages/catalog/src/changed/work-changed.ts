import { isConnectionFault } from '@deadwax/platform/database/connection-fault';
import { UnauthorisedError } from '../pull/ask-patiently.ts';
import type { QueueMessages } from '../queue/open-queue.ts';
import { closeSoloRun, findSoloRun, LostRunError } from '../runs/solo-run.ts';
import { awaitTurn } from '../runs/turns.ts';
import type { ChangedPlan } from './open-changed.ts';
import type { ChangedReport } from './report.ts';
import { type ChangedDependencies, goThroughChanged } from './run-changed.ts';

/**
 * Goes through the run that a message names, when it is its turn. A worker that stops, a database that is away and a claim that was
 * lost leave the run to whoever takes the message next; any other fault ends it. Messages of runs that are over are done with.
 */
export async function workChanged(
  dependencies: ChangedDependencies,
  { runId }: QueueMessages['identity.changed'],
): Promise<void> {
  const { db, signal, log } = dependencies;
  const run = await findSoloRun<ChangedPlan, ChangedReport>(db, 'changed', runId);
  if (run === null) return;
  await awaitTurn(db, runId);
  try {
    const report = await goThroughChanged(dependencies, run);
    await closeSoloRun(db, runId, { state: 'succeeded', report, failure: null });
  } catch (error) {
    if (signal.aborted || error instanceof LostRunError || isConnectionFault(error)) throw error;
    log('failed', { runId, job: 'changed', error });
    const { report } = (await findSoloRun<ChangedPlan, ChangedReport>(db, 'changed', runId)) ?? run;
    const state = error instanceof UnauthorisedError ? 'aborted' : 'failed';
    const failure = error instanceof Error ? error.message : String(error);
    await closeSoloRun(db, runId, { state, report, failure });
  }
}

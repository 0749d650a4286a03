import { sendChanged } from '../../changed/open-changed.ts';
import { sendDrift } from '../../drift/open-drift.ts';
import { runGate } from '../../gate/run-gate.ts';
import { sendPull } from '../../pull/send-pull.ts';
import { endSilentRuns } from '../../runs/end-silent-runs.ts';
import { recordOutcome } from '../../runs/heartbeats.ts';
import { isGoingOn } from '../../runs/turns.ts';
import { refreshPlays } from '../../search/refresh-plays.ts';
import type { WorkerContext } from '../worker-context.ts';

const ACTOR = 'schedule';

/** What the schedule says is due. A run that goes on still is not joined by another of its job. */
export async function takeScheduled({ queue, db, log, polling, pullFlags }: WorkerContext): Promise<void> {
  await queue.work('catalog.refresh-plays', polling, async () => {
    for (const runId of await endSilentRuns(db)) log('run_silent', { runId });
    await recordOutcome(db, 'refresh-plays', () => refreshPlays(db));
  });
  await queue.work('catalog.open-drift', polling, async () => {
    await runGate(db, { actor: ACTOR });
    if (await isGoingOn(db, 'drift')) log('schedule_skipped', { job: 'drift' });
    else log('scheduled', { job: 'drift', runId: await sendDrift(db, queue, { actor: ACTOR, sample: 'all' }) });
  });
  await queue.work('catalog.open-pull', polling, async () => {
    if (await isGoingOn(db, 'pull')) log('schedule_skipped', { job: 'pull' });
    else log('scheduled', { job: 'pull', runId: await sendPull(db, queue, pullFlags, ACTOR) });
  });
  await queue.work('catalog.open-changed', polling, async () => {
    if (await isGoingOn(db, 'changed')) log('schedule_skipped', { job: 'changed' });
    else log('scheduled', { job: 'changed', runId: await sendChanged(db, queue, { actor: ACTOR }) });
  });
}

import { setTimeout as sleep } from 'node:timers/promises';
import type { JobRun } from '@deadwax/contract/catalog-schemas';
import { askPatiently } from '../ask.ts';
import type { Catalog } from '../connection.ts';

const pollEveryMs = 500;
/** A run of which nothing was heard for so long may have no worker. */
const silentMs = 10_000;

interface Listener {
  /** Told how the run stands, each time it is looked at. */
  readonly onProgress: (run: JobRun) => void;
  /** Told once, when nothing was heard of the run for a while. */
  readonly onSilence: () => void;
}

export function getRun(catalog: Catalog, runId: number): Promise<JobRun> {
  return askPatiently(catalog, (client) =>
    client.GET('/api/v1/jobs/runs/{run_id}', { params: { path: { run_id: runId } } }),
  );
}

/** Looks at a run until it ends; gives it as it ended. */
export async function followRun(catalog: Catalog, begun: JobRun, { onProgress, onSilence }: Listener): Promise<JobRun> {
  let run = begun;
  let heardAt = performance.now();
  let isSilent = false;
  while (run.state === 'running') {
    await sleep(pollEveryMs, undefined, { signal: catalog.signal });
    const next = await getRun(catalog, run.run_id);
    if (JSON.stringify(next) !== JSON.stringify(run)) heardAt = performance.now();
    else if (!isSilent && performance.now() - heardAt > silentMs) {
      isSilent = true;
      onSilence();
    }
    run = next;
    onProgress(run);
  }
  return run;
}

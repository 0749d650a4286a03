import type { AppDependencies } from './dependencies.ts';
import type { Handlers } from './handler.ts';
import { getJobRun } from './jobs/get-job-run.ts';
import { listJobRuns } from './jobs/list-job-runs.ts';
import { startPull } from './jobs/start-pull.ts';

export function jobsHandlers(dependencies: AppDependencies) {
  return {
    'start-pull': startPull(dependencies),
    'list-job-runs': listJobRuns(dependencies),
    'get-job-run': getJobRun(dependencies),
  } satisfies Partial<Handlers>;
}

import type { AppDependencies } from './dependencies.ts';
import type { Handlers } from './handler.ts';
import { getJobRun } from './jobs/get-job-run.ts';
import { getLatestDrift } from './jobs/get-latest-drift.ts';
import { listJobRuns } from './jobs/list-job-runs.ts';
import { startChanged } from './jobs/start-changed.ts';
import { startDrift } from './jobs/start-drift.ts';
import { startLegacyMigration } from './jobs/start-legacy-migration.ts';
import { startPull } from './jobs/start-pull.ts';

export function jobsHandlers(dependencies: AppDependencies) {
  return {
    'start-pull': startPull(dependencies),
    'start-changed': startChanged(dependencies),
    'start-drift': startDrift(dependencies),
    'get-latest-drift': getLatestDrift(dependencies),
    'start-legacy-migration': startLegacyMigration(dependencies),
    'list-job-runs': listJobRuns(dependencies),
    'get-job-run': getJobRun(dependencies),
  } satisfies Partial<Handlers>;
}

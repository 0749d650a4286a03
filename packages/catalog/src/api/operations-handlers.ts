import type { RequestMetrics } from '@deadwax/platform/http/request-metrics';
import type { AppDependencies } from './dependencies.ts';
import type { Handlers } from './handler.ts';
import { health } from './operations/health.ts';
import { addJobGauges } from './operations/job-gauges.ts';
import { metrics } from './operations/metrics.ts';
import { readiness } from './operations/readiness.ts';
import { version } from './operations/version.ts';

export function operationsHandlers(dependencies: AppDependencies, counters: RequestMetrics) {
  addJobGauges(counters, dependencies.db);
  return {
    health: health(),
    readiness: readiness(dependencies),
    metrics: metrics(counters),
    version: version(dependencies),
  } satisfies Partial<Handlers>;
}

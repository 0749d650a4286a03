import { SpanKind, trace } from '@opentelemetry/api';
import { flattenCounters } from './counters.ts';
import type { PullReport, PullRun } from './runs.ts';

/**
 * The span of a finished run, with every counter of every cohort. The attributes go in when it is made: those that come later are
 * indexed as text by some backends.
 */
export function traceRun({ runId, now, flags }: Pick<PullRun, 'runId' | 'now' | 'flags'>, report: PullReport): void {
  const cohorts = Object.entries(report).flatMap(([cohort, counters]) =>
    Object.entries(flattenCounters(counters)).map(([name, count]) => {
      const drain = flags.recheck ? 'recheck' : cohort;
      return [`consumer.${drain}.${name}`, count] as const;
    }),
  );
  trace
    .getTracer('deadwax-catalog')
    .startSpan('library-identity-consumer.run', {
      kind: SpanKind.INTERNAL,
      startTime: new Date(now),
      attributes: { 'job.run_id': runId, ...Object.fromEntries(cohorts) },
    })
    .end();
}

import { addReadGauge, type GaugeSample } from '@deadwax/platform/http/read-gauge';
import type { RequestMetrics } from '@deadwax/platform/http/request-metrics';
import type { CatalogDatabase } from '../../database/tables.ts';
import { findLatestDrift } from '../../drift/latest-drift.ts';
import { listJobHealth } from '../../runs/heartbeats.ts';
import { answerWithin } from './answer-within.ts';

const patienceMs = 2000;

/** What jobs did, wherever they ran: read from the database at each scrape. A job that never ended well has no sample. */
export function addJobGauges({ registry }: Pick<RequestMetrics, 'registry'>, db: CatalogDatabase): void {
  const endedAt = (read: 'succeededAt' | 'failedAt') => async () =>
    (await answerWithin(patienceMs, listJobHealth(db))).flatMap((each): GaugeSample[] =>
      each[read] === null ? [] : [{ labels: { job: each.job }, value: each[read] }],
    );
  addReadGauge(registry, {
    name: 'deadwax_catalog_job_last_success_timestamp_seconds',
    help: 'When each job last ended well.',
    labelNames: ['job'],
    read: endedAt('succeededAt'),
  });
  addReadGauge(registry, {
    name: 'deadwax_catalog_job_last_failure_timestamp_seconds',
    help: 'When each job last ended badly.',
    labelNames: ['job'],
    read: endedAt('failedAt'),
  });
  const ofDrift = (name: string, help: string, read: (drift: LatestDrift) => number | null) =>
    addReadGauge(registry, {
      name: `deadwax_catalog_drift_${name}`,
      help,
      read: async () => {
        const drift = await answerWithin(patienceMs, findLatestDrift(db));
        const value = drift === null ? null : read(drift);
        return value === null ? [] : [{ value }];
      },
    });
  ofDrift('alert', 'Whether the last comparison alerts: 1 or 0.', ({ report }) => (report.alert ? 1 : 0));
  ofDrift('id_changed_share', 'Share of rows with another id.', ({ report }) => report.id_changed_share);
  ofDrift('could_not_ask_rows', 'Rows that could not be asked about.', ({ report }) => report.could_not_ask.rows);
  ofDrift('clean_streak_days', 'Days of clean comparisons in a row.', ({ streak }) => streak.days);
}

type LatestDrift = NonNullable<Awaited<ReturnType<typeof findLatestDrift>>>;

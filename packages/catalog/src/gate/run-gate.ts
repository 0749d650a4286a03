import type { CatalogDatabase } from '../database/tables.ts';
import { type GateOptions, type GateReport, reportGate } from './report-gate.ts';

/** Reports the gate and keeps the report among the runs. */
export async function runGate(
  db: CatalogDatabase,
  { actor, ...options }: GateOptions & { actor: string },
): Promise<{ runId: number; report: GateReport }> {
  const startedAt = new Date().toISOString();
  const report = await reportGate(db, options);
  const { run_id } = await db
    .insertInto('job_run')
    .values({
      job: 'gate',
      actor,
      parameters: JSON.stringify({ threshold: report.threshold, floor: report.floor }),
      state: 'succeeded',
      started_at: startedAt,
      finished_at: new Date().toISOString(),
      report: JSON.stringify(report),
    })
    .returning('run_id')
    .executeTakeFirstOrThrow();
  return { runId: Number(run_id), report };
}

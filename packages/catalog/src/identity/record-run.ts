import { sql } from 'kysely';
import type { CatalogDatabase, JobRunTable } from '../database/tables.ts';

export interface RunStart {
  readonly job: JobRunTable['job'];
  readonly actor: string;
  readonly parameters: object;
}

export async function startRun(db: CatalogDatabase, { job, actor, parameters }: RunStart): Promise<number> {
  const { run_id } = await db
    .insertInto('job_run')
    .values({ job, actor, parameters: JSON.stringify(parameters) })
    .returning('run_id')
    .executeTakeFirstOrThrow();
  return Number(run_id);
}

/** Shows that a run lives. */
export async function beat(db: CatalogDatabase, runId: number): Promise<void> {
  await sql`UPDATE job_run SET heartbeat_at = now() WHERE run_id = ${runId}`.execute(db);
}

/** Does the work of a run and records how it ended. What the work throws is thrown on. */
export async function finishRun<T>(
  db: CatalogDatabase,
  runId: number,
  work: () => Promise<{ result: T; report: object }>,
): Promise<T> {
  try {
    const { result, report } = await work();
    await sql`
      UPDATE job_run SET state = 'succeeded', finished_at = now(), heartbeat_at = now(),
        report = ${JSON.stringify(report)}::text::jsonb WHERE run_id = ${runId}`.execute(db);
    return result;
  } catch (error) {
    const failure = error instanceof Error ? error.message : String(error);
    await sql`
      UPDATE job_run SET state = 'failed', finished_at = now(), heartbeat_at = now(), failure = ${failure}
      WHERE run_id = ${runId}`
      .execute(db)
      // The work's own fault is the one to tell of; a run that nobody could close stands still.
      .catch(() => undefined);
    throw error;
  }
}

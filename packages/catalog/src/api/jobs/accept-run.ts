import type { JobRun } from '@deadwax/contract/catalog-schemas';
import type { FastifyReply } from 'fastify';
import { sql } from 'kysely';
import type { CatalogDatabase } from '../../database/tables.ts';
import { listRuns } from './present-run.ts';

/** Answers 202 with a run that was opened, and where it is shown. */
export async function acceptRun(db: CatalogDatabase, reply: FastifyReply, runId: number): Promise<JobRun> {
  const [run] = await listRuns(db, sql`r.run_id = ${runId}::bigint`, 1);
  reply.code(202).header('location', `/api/v1/jobs/runs/${runId}`);
  return run as JobRun;
}

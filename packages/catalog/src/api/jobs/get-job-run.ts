import { NotFoundError } from '@deadwax/platform/http/errors';
import { sql } from 'kysely';
import type { AppDependencies } from '../dependencies.ts';
import type { Handler } from '../handler.ts';
import { listRuns } from './present-run.ts';

export function getJobRun({ db }: Pick<AppDependencies, 'db'>): Handler<'get-job-run'> {
  return async ({ params }) => {
    const [run] = await listRuns(db, sql`r.run_id = ${params.run_id}::bigint`, 1);
    if (run === undefined) throw new NotFoundError(`There is no run ${params.run_id}.`);
    return run;
  };
}

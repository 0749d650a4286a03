import { sql } from 'kysely';
import type { AppDependencies } from '../dependencies.ts';
import type { Handler } from '../handler.ts';
import { listRuns } from './present-run.ts';

export function listJobRuns({ db }: Pick<AppDependencies, 'db'>): Handler<'list-job-runs'> {
  return async ({ query }) => ({ runs: await listRuns(db, sql`true`, query.limit) });
}

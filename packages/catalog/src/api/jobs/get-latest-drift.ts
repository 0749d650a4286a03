import { NotFoundError } from '@deadwax/platform/http/errors';
import { findLatestDrift } from '../../drift/latest-drift.ts';
import { listExamples } from '../../drift/list-examples.ts';
import type { AppDependencies } from '../dependencies.ts';
import type { Handler } from '../handler.ts';

export function getLatestDrift({ db }: Pick<AppDependencies, 'db'>): Handler<'get-latest-drift'> {
  return async () => {
    const latest = await findLatestDrift(db);
    if (latest === null) throw new NotFoundError('No comparison has ended yet.');
    const { streak, ...run } = latest;
    const since = streak.since?.toISOString() ?? null;
    return { ...run, examples: await listExamples(db, run.run_id), clean_streak: { ...streak, since } };
  };
}

import { sendDrift } from '../../drift/open-drift.ts';
import { getCaller } from '../authentication.ts';
import type { AppDependencies } from '../dependencies.ts';
import type { Handler } from '../handler.ts';
import { acceptRun } from './accept-run.ts';

export function startDrift({ db, queue }: Pick<AppDependencies, 'db' | 'queue'>): Handler<'start-drift'> {
  return async (request, reply) => {
    const { body } = request;
    const runId = await sendDrift(db, queue, {
      actor: getCaller(request).name,
      sample: body.sample_rows ?? 'all',
      strata: body.stratify_by,
      seed: body.seed,
      apply: body.apply,
      alertShare: body.alert_share,
      sliceRows: body.slice_rows,
    });
    return acceptRun(db, reply, runId);
  };
}

import type { JobRun } from '@deadwax/contract/catalog-schemas';
import { sql } from 'kysely';
import { defaultPullFlags, type PullFlags } from '../../pull/flags.ts';
import { sendPull } from '../../pull/send-pull.ts';
import { getCaller } from '../authentication.ts';
import type { AppDependencies } from '../dependencies.ts';
import type { Handler } from '../handler.ts';
import { listRuns } from './present-run.ts';

export function startPull({ db, queue }: Pick<AppDependencies, 'db' | 'queue'>): Handler<'start-pull'> {
  return async (request, reply) => {
    const { body } = request;
    const flags: PullFlags = {
      ...defaultPullFlags,
      batchSize: body.batch_size ?? defaultPullFlags.batchSize,
      vaBatchSize: body.va_batch_size ?? defaultPullFlags.vaBatchSize,
      throttleMs: body.throttle_ms ?? defaultPullFlags.throttleMs,
      staleThresholdDays: body.stale_threshold_days ?? defaultPullFlags.staleThresholdDays,
      unresolvedRetryDays: body.unresolved_retry_days ?? defaultPullFlags.unresolvedRetryDays,
      includeNullCanonical: body.include_null_canonical ?? defaultPullFlags.includeNullCanonical,
      recheck: body.recheck ?? defaultPullFlags.recheck,
    };
    const runId = await sendPull(db, queue, flags, getCaller(request).name);
    const [run] = await listRuns(db, sql`r.run_id = ${runId}::bigint`, 1);
    reply.code(202).header('location', `/api/v1/jobs/runs/${runId}`);
    return run as JobRun;
  };
}

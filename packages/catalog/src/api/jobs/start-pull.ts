import { defaultPullFlags, type PullFlags } from '../../pull/flags.ts';
import { sendPull } from '../../pull/send-pull.ts';
import { getCaller } from '../authentication.ts';
import type { AppDependencies } from '../dependencies.ts';
import type { Handler } from '../handler.ts';
import { acceptRun } from './accept-run.ts';

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
    return acceptRun(db, reply, runId);
  };
}

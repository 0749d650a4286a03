import { ConflictError } from '../../errors.ts';
import { defaultPullFlags, type PullFlags } from '../../pull/flags.ts';
import { sendPull } from '../../pull/send-pull.ts';
import { getCaller } from '../authentication.ts';
import type { AppDependencies } from '../dependencies.ts';
import type { Handler } from '../handler.ts';
import { acceptRun } from './accept-run.ts';

export function startPull({
  db,
  queue,
  pullFlags = defaultPullFlags,
  usesLegacyIdentity = true,
}: Pick<AppDependencies, 'db' | 'queue' | 'pullFlags' | 'usesLegacyIdentity'>): Handler<'start-pull'> {
  return async (request, reply) => {
    const { body } = request;
    const flags: PullFlags = {
      ...pullFlags,
      batchSize: body.batch_size ?? pullFlags.batchSize,
      vaBatchSize: body.va_batch_size ?? pullFlags.vaBatchSize,
      throttleMs: body.throttle_ms ?? pullFlags.throttleMs,
      staleThresholdDays: body.stale_threshold_days ?? pullFlags.staleThresholdDays,
      unresolvedRetryDays: body.unresolved_retry_days ?? pullFlags.unresolvedRetryDays,
      includeNullCanonical: body.include_null_canonical ?? pullFlags.includeNullCanonical,
      recheck: body.recheck ?? pullFlags.recheck,
      dryRun: body.dry_run ?? pullFlags.dryRun,
    };
    if (!usesLegacyIdentity && !flags.includeNullCanonical)
      throw new ConflictError('The ids of older systems are out of use: no row is chosen by them.');
    const runId = await sendPull(db, queue, flags, getCaller(request).name);
    return acceptRun(db, reply, runId);
  };
}

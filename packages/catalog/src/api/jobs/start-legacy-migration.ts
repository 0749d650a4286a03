import { ConflictError } from '../../errors.ts';
import { sendLegacy } from '../../legacy/open-legacy.ts';
import { getCaller } from '../authentication.ts';
import type { AppDependencies } from '../dependencies.ts';
import type { Handler } from '../handler.ts';
import { acceptRun } from './accept-run.ts';

export function startLegacyMigration({
  db,
  queue,
  usesLegacyIdentity = true,
}: Pick<AppDependencies, 'db' | 'queue' | 'usesLegacyIdentity'>): Handler<'start-legacy-migration'> {
  return async (request, reply) => {
    const { body } = request;
    if (!usesLegacyIdentity && body.unwind !== true)
      throw new ConflictError('The ids of older systems are out of use. What was taken over can be taken back.');
    const runId = await sendLegacy(db, queue, {
      actor: getCaller(request).name,
      dryRun: body.dry_run,
      unwind: body.unwind,
      batchSize: body.batch_size,
    });
    return acceptRun(db, reply, runId);
  };
}

import { sendLegacy } from '../../legacy/open-legacy.ts';
import { getCaller } from '../authentication.ts';
import type { AppDependencies } from '../dependencies.ts';
import type { Handler } from '../handler.ts';
import { acceptRun } from './accept-run.ts';

export function startLegacyMigration({
  db,
  queue,
}: Pick<AppDependencies, 'db' | 'queue'>): Handler<'start-legacy-migration'> {
  return async (request, reply) => {
    const { body } = request;
    const runId = await sendLegacy(db, queue, {
      actor: getCaller(request).name,
      dryRun: body.dry_run,
      unwind: body.unwind,
      batchSize: body.batch_size,
    });
    return acceptRun(db, reply, runId);
  };
}

import { sendChanged } from '../../changed/open-changed.ts';
import { getCaller } from '../authentication.ts';
import type { AppDependencies } from '../dependencies.ts';
import type { Handler } from '../handler.ts';
import { acceptRun } from './accept-run.ts';

export function startChanged({ db, queue }: Pick<AppDependencies, 'db' | 'queue'>): Handler<'start-changed'> {
  return async (request, reply) => {
    const runId = await sendChanged(db, queue, {
      actor: getCaller(request).name,
      pageRows: request.body.page_rows,
    });
    return acceptRun(db, reply, runId);
  };
}

import { NotFoundError } from '@deadwax/platform/http/errors';
import { ConflictError, ResolverUnavailableError } from '../../errors.ts';
import { refreshRow } from '../../push/refresh-row.ts';
import { getCaller } from '../authentication.ts';
import { whenClientLeaves } from '../client-leaves.ts';
import type { AppDependencies } from '../dependencies.ts';
import type { Handler } from '../handler.ts';
import { findRecord } from '../library/find-record.ts';

export function refreshIdentity({ db, gateway }: Pick<AppDependencies, 'db' | 'gateway'>): Handler<'refresh-identity'> {
  return async (request, reply) => {
    const libraryId = request.params.library_id;
    if (gateway === null) throw new ResolverUnavailableError();
    const asking = { actor: getCaller(request).name, signal: whenClientLeaves(reply) };
    const outcome = await refreshRow({ db, gateway }, libraryId, asking);
    if (outcome.state === 'row_gone') throw new NotFoundError(`The library has no row ${libraryId}.`);
    if (outcome.state === 'could_not_ask') throw new ResolverUnavailableError();
    if (outcome.applied === 'row_changed') throw new ConflictError('The record was changed meanwhile. Ask again.');
    if (outcome.applied === 'refused') throw new ResolverUnavailableError();
    return findRecord(db, libraryId);
  };
}

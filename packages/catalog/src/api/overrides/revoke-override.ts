import { revokeOverride as revoke } from '../../overrides/revoke-override.ts';
import { getCaller } from '../authentication.ts';
import type { AppDependencies } from '../dependencies.ts';
import type { Handler } from '../handler.ts';
import { findRecord } from '../library/find-record.ts';

export function revokeOverride({ db }: Pick<AppDependencies, 'db'>): Handler<'revoke-override'> {
  return async (request) => {
    const { library_id: libraryId, override_id: overrideId } = request.params;
    const { reason = null } = request.query;
    await revoke(db, { libraryId, overrideId, actor: getCaller(request).name, reason });
    return findRecord(db, libraryId);
  };
}

import { listOverrides as list } from '../../overrides/list-overrides.ts';
import type { AppDependencies } from '../dependencies.ts';
import type { Handler } from '../handler.ts';
import { findRecord } from '../library/find-record.ts';

export function listOverrides({ db }: Pick<AppDependencies, 'db'>): Handler<'list-overrides'> {
  return async ({ params, query }) => {
    const { id } = await findRecord(db, params.library_id);
    const overrides = await list(db, { libraryId: id, includeRevoked: query.include_revoked });
    return { library_id: id, overrides };
  };
}

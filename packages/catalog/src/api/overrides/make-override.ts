import { getOverride } from '../../overrides/list-overrides.ts';
import { makeOverride as make } from '../../overrides/make-override.ts';
import { getCaller } from '../authentication.ts';
import type { AppDependencies } from '../dependencies.ts';
import type { Handler } from '../handler.ts';
import { findRecord } from '../library/find-record.ts';

export function makeOverride({ db }: Pick<AppDependencies, 'db'>): Handler<'make-override'> {
  return async (request, reply) => {
    const { source, action, external_id = null, reason = null } = request.body;
    const libraryId = request.params.library_id;
    const actor = getCaller(request).name;
    const made = await make(db, { libraryId, source, action, externalId: external_id, reason, actor });
    reply.code(made.outcome === 'made' ? 201 : 200);
    return {
      override: await getOverride(db, made.overrideId),
      revoked: [...made.revoked],
      record: await findRecord(db, libraryId),
    };
  };
}

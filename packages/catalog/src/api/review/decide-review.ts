import type { RequestBody } from '@deadwax/contract/catalog-messages';
import { InvalidInputError } from '@deadwax/platform/http/errors';
import { getOverride } from '../../overrides/list-overrides.ts';
import { decide, type ReviewDecision } from '../../review/decide.ts';
import { getCaller } from '../authentication.ts';
import type { AppDependencies } from '../dependencies.ts';
import type { Handler } from '../handler.ts';
import { findRecord } from '../library/find-record.ts';

export function decideReview({ db }: Pick<AppDependencies, 'db'>): Handler<'decide-review'> {
  return async (request) => {
    const libraryId = request.params.library_id;
    const { reason = null, version = null } = request.body;
    const actor = getCaller(request).name;
    const decided = readDecision(request.body);
    const { decision, overrideId } = await decide(db, { libraryId, actor, reason, version, decided });
    return {
      decision,
      override: overrideId === null ? null : await getOverride(db, overrideId),
      record: await findRecord(db, libraryId),
    };
  };
}

function readDecision({
  decision,
  source = null,
  external_id: externalId = null,
}: RequestBody<'decide-review'>): ReviewDecision {
  if (decision === 'accept' || decision === 'skip') {
    const superfluous = source === null ? (externalId === null ? null : '/external_id') : '/source';
    if (superfluous === null) return { decision };
    throw new InvalidInputError([{ pointer: superfluous, message: `to ${decision} is of the record as a whole` }]);
  }
  if (source === null) throw new InvalidInputError([{ pointer: '/source', message: 'an override is of a source' }]);
  return { decision, source, externalId };
}

import { NotFoundError } from '@deadwax/platform/http/errors';
import { editRow } from '../../library/edit-row.ts';
import { answerInTime } from '../../push/refresh-row.ts';
import { whenClientLeaves } from '../client-leaves.ts';
import type { AppDependencies } from '../dependencies.ts';
import type { Handler } from '../handler.ts';
import { rejectTaken } from '../reject-taken.ts';
import { findRecord } from './find-record.ts';
import { checkFields, patchFields } from './read-fields.ts';

export function editLibraryRecord(dependencies: AppDependencies): Handler<'edit-library-record'> {
  const { db, queue, gateway } = dependencies;
  return async (request, reply) => {
    const libraryId = request.params.library_id;
    const edited = await rejectTaken(() =>
      db.transaction().execute((transaction) =>
        editRow(transaction, queue, {
          libraryId,
          change: (before) => {
            const fields = patchFields(before, request.body);
            checkFields(fields);
            return fields;
          },
        }),
      ),
    );
    if (edited === 'not_found') throw new NotFoundError(`The library has no row ${libraryId}.`);
    const waiting = { waitMs: request.query.wait_ms, isEdit: true, signal: whenClientLeaves(reply) };
    if (edited === 'changed_identity' && gateway !== null) await answerInTime({ db, gateway }, libraryId, waiting);
    return findRecord(db, libraryId);
  };
}

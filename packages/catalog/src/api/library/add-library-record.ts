import { addRow } from '../../library/add-row.ts';
import { answerInTime } from '../../push/refresh-row.ts';
import { whenClientLeaves } from '../client-leaves.ts';
import type { AppDependencies } from '../dependencies.ts';
import type { Handler } from '../handler.ts';
import { rejectTaken } from '../reject-taken.ts';
import { findRecord } from './find-record.ts';
import { checkFields, readFields } from './read-fields.ts';

export function addLibraryRecord(dependencies: AppDependencies): Handler<'add-library-record'> {
  const { db, queue, gateway } = dependencies;
  return async (request, reply) => {
    const fields = readFields(request.body);
    checkFields(fields);
    const libraryId = await rejectTaken(() =>
      db.transaction().execute((transaction) => addRow(transaction, queue, fields)),
    );
    const waiting = { waitMs: request.query.wait_ms, isEdit: false, signal: whenClientLeaves(reply) };
    if (gateway !== null) await answerInTime({ db, gateway }, libraryId, waiting);
    reply.code(201).header('location', `/api/v1/library/${libraryId}`);
    return findRecord(db, libraryId);
  };
}

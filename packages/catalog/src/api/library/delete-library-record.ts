import { NotFoundError } from '@deadwax/platform/http/errors';
import { deleteRow } from '../../library/delete-row.ts';
import { getCaller } from '../authentication.ts';
import type { AppDependencies } from '../dependencies.ts';
import type { Handler } from '../handler.ts';

export function deleteLibraryRecord({ db }: Pick<AppDependencies, 'db'>): Handler<'delete-library-record'> {
  return async (request, reply) => {
    const libraryId = request.params.library_id;
    const change = { libraryId, actor: getCaller(request).name, reason: request.query.reason ?? null };
    const deleted = await db.transaction().execute((transaction) => deleteRow(transaction, change));
    if (!deleted) throw new NotFoundError(`The library has no row ${libraryId}.`);
    return reply.code(204).send();
  };
}

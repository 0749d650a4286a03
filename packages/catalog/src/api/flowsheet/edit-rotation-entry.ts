import { NotFoundError } from '@deadwax/platform/http/errors';
import { editRotationEntry as editEntry, getRotationEntry } from '../../rotation/rotation-entries.ts';
import type { AppDependencies } from '../dependencies.ts';
import type { Handler } from '../handler.ts';
import { rejectTaken } from '../reject-taken.ts';

export function editRotationEntry({ db }: Pick<AppDependencies, 'db'>): Handler<'edit-rotation-entry'> {
  return async ({ params, body }) => {
    const change = { bin: body.bin, killDate: body.kill_date };
    const edited = await rejectTaken(() => editEntry(db, params.rotation_id, change));
    if (!edited) throw new NotFoundError(`The rotation has no entry ${params.rotation_id}.`);
    return getRotationEntry(db, params.rotation_id);
  };
}

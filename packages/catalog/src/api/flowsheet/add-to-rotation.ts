import { InvalidInputError } from '@deadwax/platform/http/errors';
import { tidyText } from '../../library/library-fields.ts';
import { addRotationEntry, getRotationEntry } from '../../rotation/rotation-entries.ts';
import type { AppDependencies } from '../dependencies.ts';
import type { Handler } from '../handler.ts';
import { rejectTaken } from '../reject-taken.ts';

export function addToRotation({ db }: Pick<AppDependencies, 'db'>): Handler<'add-to-rotation'> {
  return async ({ body }, reply) => {
    const id = await rejectTaken(() =>
      addRotationEntry(db, {
        libraryId: body.library_id ?? null,
        bin: body.bin,
        addDate: body.add_date ?? null,
        killDate: body.kill_date ?? null,
        artistName: tidyText(body.artist_name),
        albumTitle: tidyText(body.album_title),
        label: tidyText(body.label),
      }),
    );
    if (id === null)
      throw new InvalidInputError([{ pointer: '/library_id', message: 'names no record, and no names stand for one' }]);
    reply.code(201);
    return getRotationEntry(db, id);
  };
}

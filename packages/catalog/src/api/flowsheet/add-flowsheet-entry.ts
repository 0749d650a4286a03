import type { FlowsheetEntry } from '@deadwax/contract/catalog-schemas';
import { sql } from 'kysely';
import { addFlowsheetEntry as addEntry } from '../../flowsheet/add-play.ts';
import { listEntries } from '../../flowsheet/list-entries.ts';
import { tidyText } from '../../library/library-fields.ts';
import type { AppDependencies } from '../dependencies.ts';
import type { Handler } from '../handler.ts';
import { rejectTaken } from '../reject-taken.ts';

export function addFlowsheetEntry({
  db,
  queue,
}: Pick<AppDependencies, 'db' | 'queue'>): Handler<'add-flowsheet-entry'> {
  return async ({ body }, reply) => {
    const entry = {
      showId: body.show_id ?? null,
      libraryId: body.library_id ?? null,
      rotationId: body.rotation_id ?? null,
      entryType: body.entry_type,
      artistName: tidyText(body.artist_name),
      albumTitle: tidyText(body.album_title),
      trackTitle: tidyText(body.track_title),
      label: tidyText(body.label),
      requestFlag: body.request_flag ?? false,
      message: tidyText(body.message),
    };
    const id = await rejectTaken(() => db.transaction().execute((transaction) => addEntry(transaction, queue, entry)));
    const [added] = await listEntries(db, sql`s.id = ${id}::bigint`, 1);
    reply.code(201);
    return added as FlowsheetEntry;
  };
}

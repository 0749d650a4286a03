import { InvalidInputError, NotFoundError } from '@deadwax/platform/http/errors';
import { tidyText } from '../../library/library-fields.ts';
import { addTracks } from '../../tracks/add-tracks.ts';
import { listTracks } from '../../tracks/list-tracks.ts';
import type { AppDependencies } from '../dependencies.ts';
import type { Handler } from '../handler.ts';

export function addCompilationTracks({
  db,
  queue,
}: Pick<AppDependencies, 'db' | 'queue'>): Handler<'add-compilation-tracks'> {
  return async ({ params, body }) => {
    const credits = body.tracks.map(({ artist_name, track_title, track_position }, place) => {
      const artistName = tidyText(artist_name);
      if (artistName === null)
        throw new InvalidInputError([{ pointer: `/tracks/${place}/artist_name`, message: 'no artist' }]);
      return { artistName, trackTitle: tidyText(track_title), trackPosition: tidyText(track_position) };
    });
    const libraryId = params.library_id;
    const inserted = await db
      .transaction()
      .execute((transaction) => addTracks(transaction, queue, { libraryId, credits }));
    if (inserted === null) throw new NotFoundError(`The library has no row ${libraryId}.`);
    return { inserted, skipped: credits.length - inserted, tracks: await listTracks(db, libraryId) };
  };
}

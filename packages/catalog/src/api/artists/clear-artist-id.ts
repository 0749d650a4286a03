import { clearArtistId as clear } from '../../artists/clear-artist-id.ts';
import { getCaller } from '../authentication.ts';
import type { AppDependencies } from '../dependencies.ts';
import type { Handler } from '../handler.ts';
import { findArtistRecord } from './find-artist-record.ts';

export function clearArtistId({ db }: Pick<AppDependencies, 'db'>): Handler<'clear-artist-id'> {
  return async (request) => {
    const { artist_id: artistId, source } = request.params;
    const { reason = null } = request.query;
    await clear(db, { artistId, source, reason, actor: getCaller(request).name });
    return findArtistRecord(db, artistId);
  };
}

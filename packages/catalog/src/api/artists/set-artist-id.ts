import { setArtistId as set } from '../../artists/set-artist-id.ts';
import { getCaller } from '../authentication.ts';
import type { AppDependencies } from '../dependencies.ts';
import type { Handler } from '../handler.ts';
import { findArtistRecord } from './find-artist-record.ts';

export function setArtistId({ db }: Pick<AppDependencies, 'db'>): Handler<'set-artist-id'> {
  return async (request) => {
    const { artist_id: artistId, source } = request.params;
    const { external_id: externalId, reason = null } = request.body;
    await set(db, { artistId, source, externalId, reason, actor: getCaller(request).name });
    return findArtistRecord(db, artistId);
  };
}

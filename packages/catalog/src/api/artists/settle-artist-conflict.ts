import { settleArtistConflict as settle } from '../../artists/settle-artist-conflict.ts';
import { getCaller } from '../authentication.ts';
import type { AppDependencies } from '../dependencies.ts';
import type { Handler } from '../handler.ts';
import { findArtistRecord } from './find-artist-record.ts';

export function settleArtistConflict({ db }: Pick<AppDependencies, 'db'>): Handler<'settle-artist-conflict'> {
  return async (request) => {
    const artistId = request.params.artist_id;
    const { source, proposed_id: proposedId, take, reason = null } = request.body;
    await settle(db, { artistId, source, proposedId, take, reason, actor: getCaller(request).name });
    return findArtistRecord(db, artistId);
  };
}

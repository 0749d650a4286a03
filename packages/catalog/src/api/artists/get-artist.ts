import type { AppDependencies } from '../dependencies.ts';
import type { Handler } from '../handler.ts';
import { findArtistRecord } from './find-artist-record.ts';

export function getArtist({ db }: Pick<AppDependencies, 'db'>): Handler<'get-artist'> {
  return async ({ params }) => findArtistRecord(db, params.artist_id);
}

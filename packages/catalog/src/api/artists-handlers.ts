import { clearArtistId } from './artists/clear-artist-id.ts';
import { getArtist } from './artists/get-artist.ts';
import { setArtistId } from './artists/set-artist-id.ts';
import { settleArtistConflict } from './artists/settle-artist-conflict.ts';
import type { AppDependencies } from './dependencies.ts';
import type { Handlers } from './handler.ts';

export function artistsHandlers(dependencies: AppDependencies) {
  return {
    'get-artist': getArtist(dependencies),
    'set-artist-id': setArtistId(dependencies),
    'clear-artist-id': clearArtistId(dependencies),
    'settle-artist-conflict': settleArtistConflict(dependencies),
  } satisfies Partial<Handlers>;
}

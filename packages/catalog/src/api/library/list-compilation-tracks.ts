import { listTracks } from '../../tracks/list-tracks.ts';
import type { AppDependencies } from '../dependencies.ts';
import type { Handler } from '../handler.ts';
import { findRecord } from './find-record.ts';

export function listCompilationTracks({ db }: Pick<AppDependencies, 'db'>): Handler<'list-compilation-tracks'> {
  return async ({ params }) => {
    const { id } = await findRecord(db, params.library_id);
    return { tracks: await listTracks(db, id) };
  };
}

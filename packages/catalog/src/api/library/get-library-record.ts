import type { AppDependencies } from '../dependencies.ts';
import type { Handler } from '../handler.ts';
import { findRecord } from './find-record.ts';

export function getLibraryRecord({ db }: Pick<AppDependencies, 'db'>): Handler<'get-library-record'> {
  return async ({ params }) => findRecord(db, params.library_id);
}

import type { AppDependencies } from '../dependencies.ts';
import type { Handler } from '../handler.ts';

export function listFormats({ db }: Pick<AppDependencies, 'db'>): Handler<'list-formats'> {
  return async () => ({ formats: await db.selectFrom('format').select(['id', 'name']).orderBy('name').execute() });
}

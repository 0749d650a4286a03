import type { AppDependencies } from '../dependencies.ts';
import type { Handler } from '../handler.ts';

export function listGenres({ db }: Pick<AppDependencies, 'db'>): Handler<'list-genres'> {
  return async () => ({ genres: await db.selectFrom('genre').select(['id', 'name']).orderBy('name').execute() });
}

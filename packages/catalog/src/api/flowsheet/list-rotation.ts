import { sql } from 'kysely';
import { isActiveSql, listRotation as listEntries } from '../../rotation/rotation-entries.ts';
import type { AppDependencies } from '../dependencies.ts';
import type { Handler } from '../handler.ts';

export function listRotation({ db }: Pick<AppDependencies, 'db'>): Handler<'list-rotation'> {
  return async ({ query }) => ({ entries: await listEntries(db, query.active ? isActiveSql : sql`true`) });
}

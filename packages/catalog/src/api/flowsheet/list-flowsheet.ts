import { sql } from 'kysely';
import { listEntries } from '../../flowsheet/list-entries.ts';
import type { AppDependencies } from '../dependencies.ts';
import type { Handler } from '../handler.ts';

export function listFlowsheet({ db }: Pick<AppDependencies, 'db'>): Handler<'list-flowsheet'> {
  return async ({ query }) => {
    const ofShow = query.show_id === undefined ? sql`true` : sql`s.show_id = ${query.show_id}`;
    const before = query.before === undefined ? sql`true` : sql`s.id < ${query.before}::bigint`;
    return { entries: await listEntries(db, sql`${ofShow} AND ${before}`, query.limit) };
  };
}

import type { IdentityHistoryEntry } from '@deadwax/contract/catalog-schemas';
import { sql } from 'kysely';
import type { AppDependencies } from '../dependencies.ts';
import type { Handler } from '../handler.ts';

export function listIdentityHistory({ db }: Pick<AppDependencies, 'db'>): Handler<'list-identity-history'> {
  return async ({ params, query }) => {
    const { rows } = await sql<IdentityHistoryEntry>`
      SELECT history_id::integer AS history_id, to_jsonb(superseded_at) AS superseded_at, superseded_reason AS reason,
        reason_category AS category, actor, run_id::integer AS run_id, identity, sources
      FROM library_identity_history WHERE library_id = ${params.library_id}
      ORDER BY library_identity_history.history_id DESC LIMIT ${query.limit}`.execute(db);
    return { library_id: params.library_id, entries: rows };
  };
}

import { sql } from 'kysely';
import type { Job } from 'pg-boss';
import { idList } from '../database/json-rows.ts';
import type { CatalogDatabase } from '../database/tables.ts';
import type { QueueMessages } from '../queue/open-queue.ts';
import type { ResolverGateway } from '../resolver-client/gateway.ts';
import { answerRows } from './answer-rows.ts';

/** Some rows could not be asked about: the queue brings their messages again. */
export class PushIncompleteError extends Error {
  readonly code = 'push_incomplete';
}

/**
 * Answers rows that were added or edited. Messages of rows that wait no longer are done with: the add form, a refresh or a
 * pull was quicker. Throws PushIncompleteError where any row is still waiting.
 */
export async function workPush(
  dependencies: { db: CatalogDatabase; gateway: ResolverGateway },
  jobs: readonly Job<QueueMessages['identity.push']>[],
  signal: AbortSignal,
): Promise<void> {
  const changed = new Set(jobs.filter(({ data }) => data.rowChanged).map(({ data }) => data.libraryId));
  const waiting = await listWaiting(dependencies.db, [...new Set(jobs.map(({ data }) => data.libraryId))]);
  const failed: string[] = [];
  for (const isEdit of [true, false]) {
    const ids = waiting.filter((id) => changed.has(id) === isEdit);
    if (ids.length === 0) continue;
    const writer = { actor: 'push', reason: reasonOf(isEdit), category: 'rerun' as const };
    const outcomes = await answerRows(dependencies, ids, { caller: 'push', writer, signal });
    for (const [id, outcome] of outcomes)
      if (outcome.state === 'could_not_ask') failed.push(`${id}: ${outcome.reason}`);
  }
  if (failed.length > 0) throw new PushIncompleteError(failed.join('; '));
}

async function listWaiting(db: CatalogDatabase, ids: readonly number[]): Promise<number[]> {
  const { rows } = await sql<{ library_id: number }>`
    SELECT library_id FROM library_attempt WHERE pending_since IS NOT NULL AND library_id IN ${idList(ids)}
    ORDER BY library_id`.execute(db);
  return rows.map(({ library_id }) => library_id);
}

/** What the history says of an answer that came of it. */
export function reasonOf(isEdit: boolean): string {
  return isEdit ? 'the row was edited' : 'the row was added';
}

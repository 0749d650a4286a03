import { sql } from 'kysely';
import { idList } from '../database/json-rows.ts';
import type { CatalogDatabase } from '../database/tables.ts';
import type { Writer } from './apply-verdicts.ts';
import { lockStored } from './read-stored.ts';
import { appendHistory } from './write-changes.ts';

/** Takes everything that identity holds of library rows that are about to be deleted; what it was stays in the history. */
export async function withdrawRows(
  transaction: CatalogDatabase,
  libraryIds: readonly number[],
  { actor, reason }: Pick<Writer, 'actor' | 'reason'>,
): Promise<void> {
  const rows = await lockStored(transaction, libraryIds);
  await appendHistory(
    transaction,
    rows.map(({ libraryId, rawIdentity, rawLinks }) => ({
      library_id: libraryId,
      identity: rawIdentity,
      sources: rawLinks,
      superseded_reason: reason,
      reason_category: 'deleted' as const,
      actor,
      run_id: null,
    })),
  );
  // Answers first, in the order in which the writer of verdicts locks them.
  for (const table of ['library_attempt', 'library_identity', 'library_identity_source', 'identity_override'])
    await sql`DELETE FROM ${sql.table(table)} WHERE library_id IN ${idList(libraryIds)}`.execute(transaction);
}

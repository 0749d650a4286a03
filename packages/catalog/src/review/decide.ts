import { sql } from 'kysely';
import { inTransaction } from '../database/in-transaction.ts';
import type { CatalogDatabase, OverrideAction } from '../database/tables.ts';
import { lockRow } from '../overrides/lock-row.ts';
import { makeOverride } from '../overrides/make-override.ts';
import { fingerprintSql } from './queue-rows.ts';

export type ReviewDecision =
  | { readonly decision: 'accept' }
  | { readonly decision: 'skip' }
  | { readonly decision: OverrideAction; readonly source: string; readonly externalId: string | null };

interface Decider {
  readonly libraryId: number;
  readonly reason: string | null;
  readonly actor: string;
}

export type DecisionInput = ReviewDecision & Decider;

/** Days until a skipped row comes back. */
const SKIP_DAYS = 7;

/**
 * Takes a reviewer's word: what is accepted or skipped leaves the queue as it stands; any other decision is an override of one
 * source, made in the same transaction. Throws UnknownLibraryRowError, and BadOverrideError of what is no override.
 */
export async function decide(db: CatalogDatabase, input: DecisionInput): Promise<void> {
  await inTransaction(db, async (transaction) => {
    await lockRow(transaction, input.libraryId);
    if (input.decision === 'accept') return recordDecision(transaction, input, 'accepted');
    if (input.decision === 'skip') return recordDecision(transaction, input, 'skipped');
    const { libraryId, source, externalId, decision: action, reason, actor } = input;
    await makeOverride(transaction, { libraryId, source, externalId, action, reason, actor });
    await recordDecision(transaction, input, 'overridden');
  });
}

async function recordDecision(
  db: CatalogDatabase,
  { libraryId, actor, reason }: Decider,
  decision: 'accepted' | 'overridden' | 'skipped',
): Promise<void> {
  const skipDays = decision === 'skipped' ? SKIP_DAYS : null;
  const text = reason?.replaceAll('\0', '').trim() || null;
  await sql`
    INSERT INTO review_decision (library_id, decision, actor, reason, until, fingerprint)
    SELECT l.id, ${decision}, ${actor}, ${text}::text, now() + make_interval(days => ${skipDays}::integer), ${fingerprintSql}
    FROM library l
    LEFT JOIN library_identity i ON i.library_id = l.id
    LEFT JOIN library_attempt a ON a.library_id = l.id
    WHERE l.id = ${libraryId}
    ON CONFLICT (library_id) DO UPDATE SET decision = excluded.decision, actor = excluded.actor, reason = excluded.reason,
      decided_at = excluded.decided_at, until = excluded.until, fingerprint = excluded.fingerprint`.execute(db);
}

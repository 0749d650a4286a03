import { sql } from 'kysely';
import type { CatalogDatabase, ReviewDecisionTable } from '../database/tables.ts';
import { ConflictError } from '../errors.ts';
import { fingerprintSql } from './queue-rows.ts';

export interface Decider {
  readonly libraryId: number;
  readonly actor: string;
  readonly reason: string | null;
}

/** Days until a skipped row comes back. */
const SKIP_DAYS = 7;

/** The row is not what the decision was made on. */
export class RowChangedError extends ConflictError {
  constructor(libraryId: number) {
    super(`Library row ${libraryId} is no longer what it was. Look again.`);
  }
}

/** Of a row that the caller has locked: keeps it out of the queue while it is what it is. */
export async function recordDecision(
  transaction: CatalogDatabase,
  { libraryId, actor, reason }: Decider,
  decision: ReviewDecisionTable['decision'],
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
      decided_at = excluded.decided_at, until = excluded.until, fingerprint = excluded.fingerprint`.execute(
    transaction,
  );
}

/** The last override of a row is gone, and with it what was decided by it. */
export async function forgetOverridden(transaction: CatalogDatabase, libraryId: number): Promise<void> {
  await sql`
    DELETE FROM review_decision WHERE library_id = ${libraryId} AND decision = 'overridden' AND NOT EXISTS (
      SELECT 1 FROM identity_override o WHERE o.library_id = ${libraryId} AND o.revoked_at IS NULL
    )`.execute(transaction);
}

/** Throws RowChangedError where the row, which the caller has locked, is not the version that was looked at. */
export async function checkVersion(transaction: CatalogDatabase, libraryId: number, version: string): Promise<void> {
  const { rows } = await sql<{ version: string }>`
    SELECT ${fingerprintSql} AS version FROM library l
    LEFT JOIN library_identity i ON i.library_id = l.id
    LEFT JOIN library_attempt a ON a.library_id = l.id
    WHERE l.id = ${libraryId}`.execute(transaction);
  if (rows[0]?.version !== version) throw new RowChangedError(libraryId);
}

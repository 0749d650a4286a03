import { sql } from 'kysely';
import { inTransaction } from '../database/in-transaction.ts';
import type { CatalogDatabase } from '../database/tables.ts';
import { reapplyOverrides } from '../identity/apply-verdicts.ts';
import { forgetOverridden } from '../review/record-decision.ts';
import { lockRow } from './lock-row.ts';
import { RevokedAlreadyError, UnknownOverrideError } from './override-errors.ts';

export interface Revocation {
  readonly libraryId: number;
  readonly overrideId: number;
  readonly actor: string;
  readonly reason: string | null;
}

/**
 * Ends an override and lays those that are left over the last answer. Throws UnknownLibraryRowError, UnknownOverrideError where it
 * is not this row's, and RevokedAlreadyError.
 */
export async function revokeOverride(db: CatalogDatabase, revocation: Revocation): Promise<void> {
  const { libraryId, overrideId, actor } = revocation;
  await inTransaction(db, async (transaction) => {
    await lockRow(transaction, libraryId);
    const override = await transaction
      .selectFrom('identity_override')
      .select(['source', 'action', 'external_id', 'revoked_at'])
      .where('override_id', '=', overrideId)
      .where('library_id', '=', libraryId)
      .executeTakeFirst();
    if (override === undefined) throw new UnknownOverrideError(revocation);
    if (override.revoked_at !== null) throw new RevokedAlreadyError(overrideId);
    await sql`
      UPDATE identity_override SET revoked_at = now(), revoked_by = ${actor} WHERE override_id = ${overrideId}`.execute(
      transaction,
    );
    const { action, source, external_id } = override;
    const what = ['revoke', action, source, external_id].filter((word) => word !== null).join(' ');
    const why = revocation.reason?.replaceAll('\0', '').trim() || null;
    await reapplyOverrides(transaction, [libraryId], {
      actor,
      reason: why === null ? what : `${what}: ${why}`,
      category: 'revoked',
    });
    await forgetOverridden(transaction, libraryId);
  });
}

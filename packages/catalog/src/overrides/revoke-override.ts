import { sql } from 'kysely';
import type { CatalogDatabase } from '../database/tables.ts';
import { reapplyOverrides } from '../identity/apply-verdicts.ts';
import { NothingToDoError, UnknownOverrideError } from './override-errors.ts';

/**
 * Ends an override and lays those that are left over the last answer. Throws UnknownOverrideError, or NothingToDoError where it
 * was revoked before.
 */
export async function revokeOverride(db: CatalogDatabase, overrideId: number, actor: string): Promise<void> {
  await db.transaction().execute(async (transaction) => {
    const override = await transaction
      .selectFrom('identity_override')
      .select(['library_id', 'source', 'action', 'external_id'])
      .where('override_id', '=', overrideId)
      .executeTakeFirst();
    if (override === undefined) throw new UnknownOverrideError(overrideId);
    const { library_id, source, action, external_id } = override;
    // Rows before overrides, as everyone locks them.
    await sql`SELECT 1 FROM library WHERE id = ${library_id} FOR NO KEY UPDATE`.execute(transaction);
    const { rows } = await sql`
      UPDATE identity_override SET revoked_at = now(), revoked_by = ${actor}
      WHERE override_id = ${overrideId} AND revoked_at IS NULL RETURNING override_id`.execute(transaction);
    if (rows.length === 0) throw new NothingToDoError(`Override ${overrideId} was revoked already.`);
    await reapplyOverrides(transaction, [library_id], {
      actor,
      reason: ['revoke', action, source, external_id].filter((word) => word !== null).join(' '),
      category: 'revoked',
    });
  });
}

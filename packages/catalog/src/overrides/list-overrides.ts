import type { IdentityOverride } from '@deadwax/contract/catalog-schemas';
import { sql } from 'kysely';
import type { CatalogDatabase } from '../database/tables.ts';

/** An override as the contract has it, of `identity_override o`. */
export const overrideSql = sql`jsonb_build_object('override_id', o.override_id, 'library_id', o.library_id, 'source', o.source,
  'action', o.action, 'external_id', o.external_id, 'reason', o.reason, 'actor', o.actor, 'created_at', o.created_at,
  'revoked_at', o.revoked_at, 'revoked_by', o.revoked_by)`;

/** The overrides of a row, oldest first; those that were revoked only where they are asked for. */
export async function listOverrides(
  db: CatalogDatabase,
  { libraryId, includeRevoked = false }: { libraryId: number; includeRevoked?: boolean },
): Promise<IdentityOverride[]> {
  const { rows } = await sql<{ override: IdentityOverride }>`
    SELECT ${overrideSql} AS override FROM identity_override o
    WHERE o.library_id = ${libraryId} AND (o.revoked_at IS NULL OR ${includeRevoked}::boolean)
    ORDER BY o.override_id`.execute(db);
  return rows.map(({ override }) => override);
}

/** An override by its number, standing or not. Throws where there is none. */
export async function getOverride(db: CatalogDatabase, overrideId: number): Promise<IdentityOverride> {
  const { rows } = await sql<{ override: IdentityOverride }>`
    SELECT ${overrideSql} AS override FROM identity_override o WHERE o.override_id = ${overrideId}`.execute(db);
  const [row] = rows;
  if (row === undefined) throw new Error(`there is no override ${overrideId}`);
  return row.override;
}

import type { CatalogDatabase, OverrideAction } from '../database/tables.ts';

export interface ListedOverride {
  readonly override_id: number;
  readonly library_id: number;
  readonly source: string;
  readonly action: OverrideAction;
  readonly external_id: string | null;
  readonly reason: string | null;
  readonly actor: string;
  readonly created_at: Date;
  readonly revoked_at: Date | null;
  readonly revoked_by: string | null;
}

/** The overrides of a row, oldest first; those that were revoked only where they are asked for. */
export async function listOverrides(
  db: CatalogDatabase,
  { libraryId, includeRevoked = false }: { libraryId: number; includeRevoked?: boolean },
): Promise<ListedOverride[]> {
  return db
    .selectFrom('identity_override')
    .selectAll()
    .where('library_id', '=', libraryId)
    .$if(!includeRevoked, (query) => query.where('revoked_at', 'is', null))
    .orderBy('override_id')
    .execute();
}

import { sql } from 'kysely';
import { idList } from '../database/json-rows.ts';
import type { CatalogDatabase, OverrideAction } from '../database/tables.ts';
import type { Standing } from './plan-override.ts';

export interface StandingOverride extends Standing {
  readonly libraryId: number;
  readonly source: string;
}

/** The overrides that stand on rows, by row and number. */
export async function readStanding(db: CatalogDatabase, libraryIds: readonly number[]): Promise<StandingOverride[]> {
  const { rows } = await sql<{
    override_id: number;
    library_id: number;
    source: string;
    action: OverrideAction;
    external_id: string | null;
  }>`
    SELECT override_id, library_id, source, action, external_id FROM identity_override
    WHERE revoked_at IS NULL AND library_id IN ${idList(libraryIds)}
    ORDER BY library_id, override_id`.execute(db);
  return rows.map(({ override_id, library_id, source, action, external_id }) => ({
    overrideId: override_id,
    libraryId: library_id,
    source,
    action,
    externalId: external_id,
  }));
}

import { sql } from 'kysely';
import type { CatalogDatabase } from '../database/tables.ts';

/** A library row and what the station's older systems said of it. */
export interface LegacyRow {
  readonly id: number;
  readonly canonical_entity_id: string | null;
  /** ISO 8601. */
  readonly resolved_at: string | null;
  /** There is an identity, a link, an answer or a decision of a person: something better than what older systems said. */
  readonly is_known: boolean;
}

export async function scanRows(
  db: CatalogDatabase,
  { afterId, limit }: { afterId: number; limit: number },
): Promise<readonly LegacyRow[]> {
  const { rows } = await sql<LegacyRow>`
    SELECT l.id,
      CASE WHEN btrim(g.canonical_entity_id) <> '' THEN g.canonical_entity_id END AS canonical_entity_id,
      to_jsonb(g.canonical_entity_resolved_at) #>> '{}' AS resolved_at,
      (EXISTS (SELECT 1 FROM library_identity i WHERE i.library_id = l.id)
        OR EXISTS (SELECT 1 FROM library_identity_source s WHERE s.library_id = l.id)
        OR EXISTS (SELECT 1 FROM library_attempt a WHERE a.library_id = l.id AND a.outcome IS NOT NULL)
        OR EXISTS (SELECT 1 FROM identity_override o WHERE o.library_id = l.id AND o.revoked_at IS NULL)) AS is_known
    FROM library l LEFT JOIN legacy_identity g ON g.library_id = l.id
    WHERE l.id > ${afterId} ORDER BY l.id LIMIT ${limit}`.execute(db);
  return rows;
}

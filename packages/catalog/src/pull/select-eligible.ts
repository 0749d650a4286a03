import { sql } from 'kysely';
import type { CatalogDatabase } from '../database/tables.ts';
import { type Cohort, eligibleSql } from './eligible.ts';
import type { PullFlags } from './flags.ts';

export interface WorkList {
  readonly cohort: Cohort;
  readonly flags: PullFlags;
  /** The moment that fresh and stale are told by, ISO 8601. */
  readonly now: string;
}

const FROM = sql`
  library l
  LEFT JOIN library_identity i ON i.library_id = l.id
  LEFT JOIN library_attempt a ON a.library_id = l.id
  LEFT JOIN legacy_identity e ON e.library_id = l.id`;

/** Ids to be asked about, ascending, above the cursor and up to the last of a range. */
export async function selectEligible(
  db: CatalogDatabase,
  { cohort, flags, now }: WorkList,
  { after, last, limit }: { after: number; last: number; limit: number },
): Promise<number[]> {
  const { rows } = await sql<{ id: number }>`
    SELECT l.id FROM ${FROM}
    WHERE l.id > ${after} AND l.id <= ${last} AND ${eligibleSql(cohort, flags, now)}
    ORDER BY l.id LIMIT ${limit}`.execute(db);
  return rows.map(({ id }) => id);
}

/** How many rows a drain would ask about. */
export async function countEligible(db: CatalogDatabase, { cohort, flags, now }: WorkList): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    SELECT count(*)::integer AS count FROM ${FROM} WHERE ${eligibleSql(cohort, flags, now)}`.execute(db);
  return rows[0]?.count ?? 0;
}

import type { TouchedInput } from '@deadwax/contract/schemas';
import { sql } from 'kysely';
import { idList } from '../database/json-rows.ts';
import type { CatalogDatabase } from '../database/tables.ts';
import { lockAttempts } from '../identity/lock-attempts.ts';
import { isVariousSql } from '../identity/questions.ts';

/** As many as the contract takes. */
const MOST_LINKS = 100;
const LONGEST = 2000;

/** A row that was answered under another snapshot, and what it is linked to. */
export interface OlderRow extends TouchedInput {
  /** The latest snapshot of which its answer is known to hold; null where none was noted. */
  readonly since: string | null;
}

/** The next rows above an id that were answered under another snapshot than this one. Rows that wait for an answer are left to it. */
export async function selectPage(
  db: CatalogDatabase,
  { snapshot, afterId, limit }: { snapshot: string; afterId: number; limit: number },
): Promise<readonly OlderRow[]> {
  const { rows } = await sql<OlderRow>`
    SELECT l.id AS library_id, l.artist_name, l.album_title,
      CASE WHEN ${isVariousSql} THEN true END AS is_compilation, left(l.shelf_code, ${sql.lit(LONGEST)}) AS shelf_code,
      coalesce(a.unchanged_through, a.snapshot) AS since,
      coalesce((
        SELECT jsonb_agg(jsonb_build_object('source', source, 'external_id', external_id)) FROM (
          SELECT s.source, s.external_id FROM library_identity_source s WHERE s.library_id = l.id
          ORDER BY s.source LIMIT ${sql.lit(MOST_LINKS)}
        ) AS link
      ), '[]'::jsonb) AS links
    FROM library l JOIN library_attempt a ON a.library_id = l.id
    WHERE l.id > ${afterId} AND a.outcome IS NOT NULL AND a.pending_since IS NULL
      AND coalesce(a.unchanged_through, a.snapshot) IS DISTINCT FROM ${snapshot}
    ORDER BY l.id LIMIT ${limit}`.execute(db);
  return rows;
}

/** Notes that a change of snapshot does not touch rows, unless they were answered anew meanwhile. */
export async function noteUntouched(db: CatalogDatabase, rows: readonly OlderRow[], snapshot: string): Promise<void> {
  await lockAttempts(
    db,
    rows.map(({ library_id: id }) => id),
  );
  const bySince = Map.groupBy(rows, ({ since }) => since);
  for (const [since, untouched] of bySince) {
    const ids = untouched.map(({ library_id: id }) => id);
    await sql`
      UPDATE library_attempt SET unchanged_through = ${snapshot}
      WHERE library_id IN ${idList(ids)} AND coalesce(unchanged_through, snapshot) = ${since}`.execute(db);
  }
}

import { sql } from 'kysely';
import type { CatalogDatabase } from '../database/tables.ts';
import { type GateStratum, gateStratumSql } from './strata.ts';

export interface OutcomeCounts {
  readonly total_rows: number;
  /** Without an identity of the floor's confidence. */
  readonly unresolved_rows: number;
  /** Of these: another record of the artist has an identity that is its own, so the artist is known. */
  readonly fallback_resolved_rows: number;
  /** The others of these: the three below are its parts. */
  readonly truly_unresolved_rows: number;
  /** Asked about, and nothing found that counts. */
  readonly found_nothing_rows: number;
  /** Never answered, though it was tried. */
  readonly could_not_ask_rows: number;
  /** Never answered, nor tried. */
  readonly never_asked_rows: number;
}

/**
 * Counts what became of the library's rows, by stratum; strata without rows are left out. A compilation has no identity of its
 * own: it is resolved where its last answer names a source that knows it. A fallback rests on an identity that is stored, never
 * on another fallback, and only among records of one artist: those of various artists say nothing of each other.
 */
export async function countOutcomes(
  db: CatalogDatabase,
  floor: number,
): Promise<(OutcomeCounts & { stratum: GateStratum })[]> {
  const { rows } = await sql<OutcomeCounts & { stratum: GateStratum }>`
    WITH judged AS (
      SELECT l.artist_id, ${gateStratumSql} AS stratum, a.outcome IS NOT NULL AS answered, a.failed_at IS NOT NULL AS failed,
        coalesce(i.confidence >= ${floor}::float8 AND i.method <> 'inherited', false) AS vouches,
        coalesce(i.confidence >= ${floor}::float8, false)
          OR CASE WHEN a.outcome = 'compilation' AND a.unresolved_reason IS NULL
            THEN coalesce((a.verdict ->> 'confidence')::float8 >= ${floor}::float8, false) ELSE false END AS resolved
      FROM library l
      LEFT JOIN genre g ON g.id = l.genre_id
      LEFT JOIN library_identity i ON i.library_id = l.id
      LEFT JOIN library_attempt a ON a.library_id = l.id
    ), vouching AS (
      SELECT DISTINCT artist_id FROM judged WHERE vouches AND stratum = 'single_artist'
    ), told AS (
      SELECT stratum, answered, failed, NOT resolved AS unresolved,
        stratum = 'single_artist' AND vouching.artist_id IS NOT NULL AS has_fallback
      FROM judged LEFT JOIN vouching USING (artist_id)
    )
    SELECT stratum, count(*)::integer AS total_rows,
      count(*) FILTER (WHERE unresolved)::integer AS unresolved_rows,
      count(*) FILTER (WHERE unresolved AND has_fallback)::integer AS fallback_resolved_rows,
      count(*) FILTER (WHERE unresolved AND NOT has_fallback)::integer AS truly_unresolved_rows,
      count(*) FILTER (WHERE unresolved AND NOT has_fallback AND answered)::integer AS found_nothing_rows,
      count(*) FILTER (WHERE unresolved AND NOT has_fallback AND NOT answered AND failed)::integer AS could_not_ask_rows,
      count(*) FILTER (WHERE unresolved AND NOT has_fallback AND NOT answered AND NOT failed)::integer AS never_asked_rows
    FROM told GROUP BY stratum ORDER BY stratum`.execute(db);
  return rows;
}

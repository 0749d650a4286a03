import { type RawBuilder, sql } from 'kysely';
import { identityColumns } from '../identity/identity-columns.ts';

/** What a decision was made on, as a text that changes with it: ids and contradictions, not how sure they are. */
export const fingerprintSql = sql<string>`md5(jsonb_build_array(
  ${sql.join(identityColumns.map((column) => sql`i.${sql.ref(column)}`))}, i.artist_ids, i.conflicts,
  a.outcome, a.unresolved_reason,
  (SELECT jsonb_agg(jsonb_build_array(s.source, s.external_id) ORDER BY s.source)
    FROM library_identity_source s WHERE s.library_id = l.id)
)::text)`;

/**
 * What drift found of rows (a condition on `found`) where it found another id: the latest finding since the whole library was
 * compared last. A sample that was compared since then says nothing of the rows that it left out.
 */
export function driftOf(rows: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`
    SELECT latest.library_id, latest.class, latest.fresh FROM (
      SELECT DISTINCT ON (found.library_id) found.library_id, found.class, found.fresh FROM identity_drift found
      WHERE ${rows} AND found.run_id IN (
        SELECT run_id FROM job_run WHERE job = 'drift' AND state = 'succeeded' AND run_id >= coalesce((
          SELECT max(run_id) FROM job_run WHERE job = 'drift' AND state = 'succeeded' AND parameters ->> 'sample' = 'all'), 0)
      )
      ORDER BY found.library_id, found.run_id DESC
    ) AS latest WHERE latest.class LIKE 'id\\_changed:%'`;
}

/** The same finding as one that was there when the row was decided on is no news. */
const isKnownDriftSql = sql`EXISTS (
  SELECT 1 FROM identity_drift earlier JOIN job_run run ON run.run_id = earlier.run_id
  WHERE earlier.library_id = l.id AND run.started_at <= d.decided_at AND earlier.class = drift.class
    AND earlier.fresh #> '{identity,ids}' IS NOT DISTINCT FROM drift.fresh #> '{identity,ids}'
    AND jsonb_path_query_array(earlier.fresh, '$.links[*].externalId')
      = jsonb_path_query_array(drift.fresh, '$.links[*].externalId')
)`;

/**
 * Whether what was decided on a row still stands: it has not worn off, the row is what it was, and nothing contradicted it since.
 * A confidence that moved is no reason to ask a person again.
 */
export const isDecidedSql = sql<boolean>`CASE
  WHEN d.library_id IS NULL OR d.until <= now() THEN false
  WHEN refused.at > d.decided_at OR disputed.at > d.decided_at THEN false
  WHEN drift.library_id IS NOT NULL AND NOT ${isKnownDriftSql} THEN false
  ELSE d.fingerprint IS NULL OR d.fingerprint = ${fingerprintSql} END`;

/** Of `library l`, one of the rows of `looked`: all that a reason to review it may rest on. */
export const reviewedSql = sql`
  LEFT JOIN library_identity i ON i.library_id = l.id
  LEFT JOIN library_attempt a ON a.library_id = l.id
  LEFT JOIN review_decision d ON d.library_id = l.id
  LEFT JOIN (
    SELECT s.library_id, min(split_part(source, '_', 1)) = max(split_part(source, '_', 1)) AS one_family
    FROM looked JOIN library_identity_source s ON s.library_id = looked.id
    WHERE s.derived_from IS NULL GROUP BY s.library_id
  ) AS links ON links.library_id = l.id
  LEFT JOIN (
    SELECT h.library_id, max(superseded_at) AS at FROM looked JOIN library_identity_history h ON h.library_id = looked.id
    WHERE reason_category = 'refused' GROUP BY h.library_id
  ) AS refused ON refused.library_id = l.id
  LEFT JOIN (
    SELECT c.library_id, max(seen_at) AS at FROM looked JOIN artist_identity_conflict c ON c.library_id = looked.id
    WHERE settled_at IS NULL GROUP BY c.library_id
  ) AS disputed ON disputed.library_id = l.id
  LEFT JOIN (${driftOf(sql`found.library_id IN (SELECT id FROM looked)`)}) AS drift ON drift.library_id = l.id
  LEFT JOIN (
    SELECT c.library_id, count(*)::float8 AS total, count(*) FILTER (WHERE track_artist_id IS NULL) AS unlinked,
      bool_or(track_artist_link_method IS NOT NULL) AS tried
    FROM looked JOIN compilation_track_artist c ON c.library_id = looked.id GROUP BY c.library_id
  ) AS credits ON credits.library_id = l.id`;

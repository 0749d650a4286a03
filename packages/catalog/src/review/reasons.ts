import { type RawBuilder, sql } from 'kysely';

export const reviewReasons = [
  'id_changed',
  'conflict',
  'ambiguous',
  'refused_link',
  'artist_conflict',
  'unmatched_credits',
  'low_confidence',
  'single_source',
] as const;
export type ReviewReason = (typeof reviewReasons)[number];

/**
 * How much each reason makes a row doubtful, 0 to 1; null where it does not apply. Over the relations of `queue-rows.ts`.
 *
 * | reason | applies where | doubt |
 * |---|---|---|
 * | id_changed | drift found another id, and nothing else since | 0.9 |
 * | conflict | a cross-reference contradicts an id that was chosen | 0.8 |
 * | ambiguous | several records were as likely | 0.7 |
 * | refused_link | a weaker answer contradicted a firm link since the last decision | 0.5 |
 * | artist_conflict | its verdict names another id for the artist than stands | 0.5 |
 * | unmatched_credits | its tracks were gone through and credits are without an artist | half their share |
 * | low_confidence | below 0.85 | 1 − confidence |
 * | single_source | all that was found by itself is of one family (`discogs_…`, `mb_…`) | 0.2 |
 */
export const doubtSql: Readonly<Record<ReviewReason, RawBuilder<number | null>>> = {
  id_changed: sql`CASE WHEN drift.library_id IS NOT NULL THEN 0.9 END`,
  conflict: sql`CASE WHEN jsonb_array_length(i.conflicts) > 0 THEN 0.8 END`,
  ambiguous: sql`CASE WHEN a.unresolved_reason = 'ambiguous' AND i.library_id IS NULL THEN 0.7 END`,
  refused_link: sql`CASE WHEN refused.at > coalesce(d.decided_at, '-infinity') THEN 0.5 END`,
  artist_conflict: sql`CASE WHEN disputed.library_id IS NOT NULL THEN 0.5 END`,
  // Reads the answer, which may be long, only where no credit shows that the tracks were gone through.
  unmatched_credits: sql`CASE WHEN credits.unlinked > 0 AND a.outcome = 'compilation'
    AND CASE WHEN credits.tried THEN true ELSE coalesce(a.verdict ->> 'tracks_attempted', '') = 'true' END
    THEN 0.5 * credits.unlinked / credits.total END`,
  low_confidence: sql`CASE WHEN i.confidence < 0.85 THEN 1 - i.confidence END`,
  single_source: sql`CASE WHEN links.one_family AND i.method IS DISTINCT FROM 'manual' THEN 0.2 END`,
};

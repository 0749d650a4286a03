import { sql } from 'kysely';
import { driftOf } from './queue-rows.ts';

/** What a person decides on, each part of `library l`, `library_identity i` and `library_attempt a`; an empty list where there is none. */
export const evidenceSql = sql`
  coalesce(a.verdict -> 'candidates', '[]') AS candidates,
  coalesce(i.conflicts, '[]') AS conflicts,
  coalesce((
    SELECT jsonb_agg(jsonb_build_object('source', s.source, 'external_id', s.external_id, 'method', s.method,
      'confidence', s.confidence, 'derived_from', s.derived_from, 'url', s.url, 'verified_at', s.last_verified_at)
      ORDER BY s.source)
    FROM library_identity_source s WHERE s.library_id = l.id
  ), '[]') AS sources,
  coalesce((
    SELECT jsonb_agg(jsonb_build_object('artist_id', c.artist_id, 'source', c.source, 'standing_id', c.standing_id,
      'proposed_id', c.proposed_id, 'library_id', c.library_id, 'seen_at', c.seen_at) ORDER BY c.source, c.proposed_id)
    FROM artist_identity_conflict c WHERE c.library_id = l.id AND c.settled_at IS NULL
  ), '[]') AS artist_conflicts,
  (
    SELECT jsonb_build_object('class', drift.class, 'ids', coalesce((
      SELECT jsonb_object_agg(link.value ->> 'source', link.value ->> 'externalId')
      FROM jsonb_array_elements(drift.fresh -> 'links') AS link
    ), '{}'))
    FROM (${driftOf(sql`found.library_id = l.id`)}) AS drift
  ) AS drift`;

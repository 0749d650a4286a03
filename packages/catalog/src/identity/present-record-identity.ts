import type { RecordIdentity } from '@deadwax/contract/catalog-schemas';
import { sql } from 'kysely';

/** Of `library_identity i` and `library_attempt a`: what `presentRecordIdentity` reads. */
export const identityColumnsSql = sql`
  to_jsonb(i) AS identity_row,
  jsonb_build_object('outcome', a.outcome, 'unresolved_reason', a.unresolved_reason, 'pending', a.pending_since IS NOT NULL,
    'failed', a.failed_at IS NOT NULL, 'attempted_at', a.attempted_at) AS answer`;

export interface IdentityColumns {
  readonly identity_row: Record<string, unknown> | null;
  readonly answer: {
    readonly outcome: 'single_artist' | 'compilation' | 'unresolved' | null;
    readonly unresolved_reason: string | null;
    readonly pending: boolean;
    readonly failed: boolean;
    readonly attempted_at: string | null;
  };
}

/**
 * What a record is known to be, and how far that is known: waiting for an answer, could not be asked, never asked, or one of the
 * three answers. A record whose identity people gave is resolved whatever the resolver says.
 */
export function presentRecordIdentity({ identity_row: row, answer }: IdentityColumns): RecordIdentity {
  const column = <T>(name: string) => (row?.[name] ?? null) as T | null;
  const agreement = column<string>('agreement_sources');
  return {
    status: statusOf(row !== null, answer),
    unresolved_reason: row === null ? answer.unresolved_reason : null,
    method: column('method'),
    confidence: column('confidence'),
    verified_at: column<string>('last_verified_at') ?? answer.attempted_at,
    agreement_sources: agreement === null ? [] : agreement.split(','),
    conflicts: (column<unknown[]>('conflicts') ?? []).length,
    ids: {
      discogs_master_id: column('discogs_master_id'),
      discogs_release_id: column('discogs_release_id'),
      musicbrainz_release_group_mbid: column('musicbrainz_release_group_mbid'),
      musicbrainz_release_mbid: column('musicbrainz_release_mbid'),
      musicbrainz_recording_mbid: column('musicbrainz_recording_mbid'),
      wikidata_qid: column('wikidata_qid'),
      spotify_id: column('spotify_id'),
      apple_music_id: column('apple_music_id'),
      artist: column<Record<string, string>>('artist_ids') ?? {},
    },
  };
}

function statusOf(identified: boolean, answer: IdentityColumns['answer']): RecordIdentity['status'] {
  if (answer.pending) return 'pending';
  if (identified) return 'resolved';
  if (answer.outcome === 'compilation') return 'compilation';
  // An answer that left no identity, whatever it said of the record: people rejected what it named.
  if (answer.outcome !== null) return 'unresolved';
  return answer.failed ? 'error' : 'never_asked';
}

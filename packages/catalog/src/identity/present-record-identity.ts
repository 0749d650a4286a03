import type { RecordIdentity } from '@deadwax/contract/catalog-schemas';
import { type RawBuilder, sql } from 'kysely';

const PENDING = 'p';

/** An identity as it is kept, or how the last asking ended: `state|time|reason`. To make JSON of these for a page costs more. */
function shownAs(pending: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`CASE WHEN ${pending} THEN ${sql.lit(PENDING)} ELSE '' END || CASE WHEN i.library_id IS NOT NULL THEN i.shown
    ELSE coalesce(a.outcome, CASE WHEN a.failed_at IS NOT NULL THEN 'error' ELSE 'never_asked' END)
      || '|' || coalesce(to_json(a.attempted_at) #>> '{}', '') || '|' || coalesce(a.unresolved_reason, '') END AS identity_shown`;
}

/** Of `library_identity i` and `library_attempt a`: what `presentRecordIdentity` reads. */
export const identityColumnsSql = shownAs(sql`a.pending_since IS NOT NULL`);

/** The same of `library l` and of what `pageIdentityJoins` joins, for pages of lists. */
export const pageIdentityColumns = shownAs(sql`w.library_id IS NOT NULL`);

/**
 * Joins by primary key, one row at most each. How an asking ended is looked up only where it left no identity: else its key is
 * null. Those who wait are few, and have an index of their own.
 */
export const pageIdentityJoins: RawBuilder<unknown> = sql`
  LEFT JOIN library_identity i ON i.library_id = l.id
  LEFT JOIN library_attempt a ON a.library_id = CASE WHEN i.library_id IS NULL THEN l.id END
  LEFT JOIN library_attempt w ON w.library_id = l.id AND w.pending_since IS NOT NULL`;

export interface IdentityColumns {
  readonly identity_shown: string;
}

/** As `show_identity` of the database writes it. */
type Shown = readonly [
  method: string,
  confidence: number,
  verifiedAt: string,
  agreementSources: string | null,
  conflicts: number,
  artistIds: RecordIdentity['ids']['artist'],
  discogsMasterId: number | null,
  discogsReleaseId: number | null,
  musicbrainzReleaseGroupMbid: string | null,
  musicbrainzReleaseMbid: string | null,
  musicbrainzRecordingMbid: string | null,
  wikidataQid: string | null,
  spotifyId: string | null,
  appleMusicId: string | null,
];

/**
 * What a record is known to be, and how far that is known: waiting for an answer, could not be asked, never asked, or one of the
 * three answers. A record whose identity people gave is resolved whatever the resolver says.
 */
export function presentRecordIdentity({ identity_shown: shown }: IdentityColumns): RecordIdentity {
  const pending = shown.startsWith(PENDING);
  const told = pending ? shown.slice(PENDING.length) : shown;
  return told.startsWith('[') ? presentShown(JSON.parse(told), pending) : presentEnding(told, pending);
}

/** Of a record that nothing is known of, not even whether it was asked about. */
export function unknownIdentity(): RecordIdentity {
  return presentEnding('never_asked||', false);
}

function presentShown(told: Shown, pending: boolean): RecordIdentity {
  const [method, confidence, verified_at, agreement, conflicts, artist] = told;
  return {
    status: pending ? 'pending' : 'resolved',
    unresolved_reason: null,
    method,
    confidence,
    verified_at,
    agreement_sources: agreement === null ? [] : agreement.split(','),
    conflicts,
    ids: {
      discogs_master_id: told[6],
      discogs_release_id: told[7],
      musicbrainz_release_group_mbid: told[8],
      musicbrainz_release_mbid: told[9],
      musicbrainz_recording_mbid: told[10],
      wikidata_qid: told[11],
      spotify_id: told[12],
      apple_music_id: told[13],
      artist,
    },
  };
}

function presentEnding(told: string, pending: boolean): RecordIdentity {
  const [state, at = '', ...reason] = told.split('|');
  return {
    // An answer that left no identity, whatever it said of the record: people rejected what it named.
    status: pending ? 'pending' : state === 'single_artist' ? 'unresolved' : (state as RecordIdentity['status']),
    unresolved_reason: reason.join('|') || null,
    method: null,
    confidence: null,
    verified_at: at || null,
    agreement_sources: [],
    conflicts: 0,
    ids: {
      discogs_master_id: null,
      discogs_release_id: null,
      musicbrainz_release_group_mbid: null,
      musicbrainz_release_mbid: null,
      musicbrainz_recording_mbid: null,
      wikidata_qid: null,
      spotify_id: null,
      apple_music_id: null,
      artist: {},
    },
  };
}

import type { RecordIdentity } from '@deadwax/contract/catalog-schemas';
import { type RawBuilder, sql } from 'kysely';
import { type IdentityColumn, identityColumns } from './identity-columns.ts';

const PENDING = 'p';

/** Of `library_shown shown`: what `presentRecordIdentity` reads, null where the row was never asked about. */
export const identityColumnsSql: RawBuilder<unknown> = sql`CASE WHEN shown.waits
  THEN ${sql.lit(PENDING)} || coalesce(shown.identity, shown.ending, '')
  ELSE coalesce(shown.identity, shown.ending) END AS identity_shown`;

/** By primary key, one row at most, and in no condition: it changes no plan. */
export function joinIdentity(libraryId: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`LEFT JOIN library_shown shown ON shown.library_id = ${libraryId}`;
}

export interface IdentityColumns {
  readonly identity_shown: string | null;
}

const noIds = Object.fromEntries(identityColumns.map((column) => [column, null])) as Record<IdentityColumn, null>;

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
  if (shown === null) return unknownIdentity();
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
    ids: { ...noIds, artist: {} },
  };
}

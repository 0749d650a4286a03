import type { BulkResolveResult } from '@deadwax/contract/schemas';
import { sql } from 'kysely';
import { plainJsonRows } from '../database/json-rows.ts';
import type { CatalogDatabase, LibraryIdentityHistoryTable } from '../database/tables.ts';
import type { Identity, SourceLink } from './identity.ts';
import { identityColumns } from './identity-columns.ts';

export interface Stamps {
  readonly verifiedAt: string;
  readonly resolverVersion: string | null;
  readonly snapshot: string | null;
  readonly notes: string | null;
}

/** Writes links of any number of rows, in one statement. */
export async function upsertLinks(
  db: CatalogDatabase,
  links: readonly { libraryId: number; link: SourceLink; stamps: Stamps }[],
): Promise<void> {
  if (links.length === 0) return;
  const rows = links.map(({ libraryId, link, stamps }) => ({
    library_id: libraryId,
    source: link.source,
    external_id: link.externalId,
    method: link.method,
    confidence: link.confidence,
    derived_from: link.derivedFrom,
    url: link.url,
    notes: stamps.notes,
    last_verified_at: stamps.verifiedAt,
  }));
  await sql`
    INSERT INTO library_identity_source AS stored
      (library_id, source, external_id, method, confidence, derived_from, url, notes, last_verified_at)
    SELECT library_id, source, external_id, method, confidence, derived_from, url, notes, last_verified_at
    FROM json_to_recordset(${plainJsonRows(rows)}) AS link (
      library_id integer, source text, external_id text, method text, confidence double precision,
      derived_from text, url text, notes text, last_verified_at timestamptz
    )
    ON CONFLICT (library_id, source) DO UPDATE SET
      external_id = excluded.external_id, method = excluded.method, confidence = excluded.confidence,
      derived_from = excluded.derived_from, url = excluded.url, notes = excluded.notes,
      last_verified_at = excluded.last_verified_at`.execute(db);
}

export async function deleteLinks(
  db: CatalogDatabase,
  links: readonly { library_id: number; source: string }[],
): Promise<void> {
  if (links.length === 0) return;
  await sql`
    DELETE FROM library_identity_source AS stored
    USING json_to_recordset(${plainJsonRows(links)}) AS gone (library_id integer, source text)
    WHERE stored.library_id = gone.library_id AND stored.source = gone.source`.execute(db);
}

/** Writes composed identities, in one statement. Every column is replaced: what stays was settled before. */
export async function upsertIdentities(
  db: CatalogDatabase,
  identities: readonly { libraryId: number; identity: Identity; stamps: Stamps }[],
): Promise<void> {
  if (identities.length === 0) return;
  const rows = identities.map(({ libraryId, identity, stamps }) => ({
    library_id: libraryId,
    ...identity.ids,
    artist_ids: identity.artistIds,
    method: identity.method,
    confidence: identity.confidence,
    agreement_sources: identity.agreementSources?.join(',') ?? null,
    conflicts: identity.conflicts,
    resolver_version: stamps.resolverVersion,
    snapshot: stamps.snapshot,
    notes: stamps.notes,
    last_verified_at: stamps.verifiedAt,
  }));
  const columns = sql.raw(
    [...identityColumns, 'artist_ids', 'method', 'confidence', 'agreement_sources', 'conflicts']
      .concat('resolver_version', 'snapshot', 'notes', 'last_verified_at')
      .join(', '),
  );
  await sql`
    INSERT INTO library_identity (library_id, ${columns})
    SELECT library_id, ${columns}
    FROM json_to_recordset(${plainJsonRows(rows)}) AS identity (
      library_id integer, discogs_master_id integer, discogs_release_id integer, musicbrainz_release_group_mbid uuid,
      musicbrainz_release_mbid uuid, musicbrainz_recording_mbid uuid, wikidata_qid text, spotify_id text,
      apple_music_id text, artist_ids jsonb, method text, confidence double precision, agreement_sources text,
      conflicts jsonb, resolver_version text, snapshot text, notes text, last_verified_at timestamptz
    )
    ON CONFLICT (library_id) DO UPDATE SET
      discogs_master_id = excluded.discogs_master_id, discogs_release_id = excluded.discogs_release_id,
      musicbrainz_release_group_mbid = excluded.musicbrainz_release_group_mbid,
      musicbrainz_release_mbid = excluded.musicbrainz_release_mbid,
      musicbrainz_recording_mbid = excluded.musicbrainz_recording_mbid, wikidata_qid = excluded.wikidata_qid,
      spotify_id = excluded.spotify_id, apple_music_id = excluded.apple_music_id, artist_ids = excluded.artist_ids,
      method = excluded.method, confidence = excluded.confidence, agreement_sources = excluded.agreement_sources,
      conflicts = excluded.conflicts, resolver_version = excluded.resolver_version, snapshot = excluded.snapshot,
      notes = excluded.notes, last_verified_at = excluded.last_verified_at`.execute(db);
}

export async function deleteIdentities(db: CatalogDatabase, libraryIds: readonly number[]): Promise<void> {
  if (libraryIds.length === 0) return;
  const rows = libraryIds.map((library_id) => ({ library_id }));
  await sql`
    DELETE FROM library_identity AS stored USING json_to_recordset(${plainJsonRows(rows)}) AS gone (library_id integer)
    WHERE stored.library_id = gone.library_id`.execute(db);
}

export interface HistoryEntry {
  readonly library_id: number;
  readonly identity: unknown;
  readonly sources: readonly unknown[];
  readonly superseded_reason: string;
  readonly reason_category: LibraryIdentityHistoryTable['reason_category'];
  readonly actor: string;
  readonly run_id: number | null;
}

export async function appendHistory(db: CatalogDatabase, entries: readonly HistoryEntry[]): Promise<void> {
  if (entries.length === 0) return;
  await sql`
    INSERT INTO library_identity_history
      (library_id, identity, sources, superseded_reason, reason_category, actor, run_id, superseded_at)
    -- By the clock: a transaction that waited for the row began before what it waited for was decided.
    SELECT library_id, nullif(identity, 'null'::jsonb), sources, superseded_reason, reason_category, actor, run_id,
      clock_timestamp()
    FROM json_to_recordset(${plainJsonRows(entries)}) AS entry (
      library_id integer, identity jsonb, sources jsonb, superseded_reason text, reason_category text, actor text,
      run_id bigint
    )`.execute(db);
}

/** Records the last answer to each row, and that none is awaited any more, unless the row was edited since it was asked about. */
export async function recordAnswers(
  db: CatalogDatabase,
  answers: readonly { libraryId: number; verdict: BulkResolveResult; askedAt: string; waitingSince: string | null }[],
): Promise<void> {
  if (answers.length === 0) return;
  const rows = answers.map(({ libraryId, verdict, askedAt, waitingSince }) => ({
    library_id: libraryId,
    outcome: verdict.kind,
    unresolved_reason: verdict.unresolved_reason,
    verdict,
    attempted_at: askedAt,
    resolver_version: verdict.resolver_version,
    snapshot: verdict.snapshot,
    waiting_since: waitingSince,
  }));
  await sql`
    INSERT INTO library_attempt AS stored
      (library_id, outcome, unresolved_reason, verdict, attempted_at, resolver_version, snapshot, pending_since)
    SELECT library_id, outcome, unresolved_reason, verdict, attempted_at, resolver_version, snapshot, waiting_since
    FROM json_to_recordset(${plainJsonRows(rows)}) AS answer (
      library_id integer, outcome text, unresolved_reason text, verdict json, attempted_at timestamptz,
      resolver_version text, snapshot text, waiting_since timestamptz
    )
    ORDER BY library_id
    ON CONFLICT (library_id) DO UPDATE SET
      outcome = excluded.outcome, unresolved_reason = excluded.unresolved_reason, verdict = excluded.verdict,
      attempted_at = excluded.attempted_at, resolver_version = excluded.resolver_version, snapshot = excluded.snapshot,
      failed_at = NULL, failure = NULL, failures = 0, row_changed = false, unchanged_through = NULL,
      pending_since = nullif(stored.pending_since, excluded.pending_since)`.execute(db);
}

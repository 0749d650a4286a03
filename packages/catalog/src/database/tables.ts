import type { ColumnType, Generated, GeneratedAlways, Kysely } from 'kysely';

/** The catalog's database, as `migrations/` makes it. */
export type CatalogDatabase = Kysely<CatalogTables>;

/** Written as ISO 8601 text, read as Date: the drivers disagree about a Date in raw SQL. */
type Timestamp = ColumnType<Date, string | undefined, string>;
type NullableTimestamp = ColumnType<Date | null, string | null | undefined, string | null>;
/** Written as JSON text, read parsed. */
type Json<T = unknown> = ColumnType<T, string | undefined, string>;
type NullableJson<T = unknown> = ColumnType<T | null, string | null | undefined, string | null>;
type Nullable<T> = ColumnType<T | null, T | null | undefined, T | null>;
/** Days, as YYYY-MM-DD. */
type NullableDay = ColumnType<Date | null, string | null | undefined, string | null>;
/** 64-bit; drivers give it as text. */
type BigId = ColumnType<string, string | number, string | number>;

interface NamedTable {
  id: GeneratedAlways<number>;
  name: string;
}

export interface ArtistTable {
  id: GeneratedAlways<number>;
  artist_name: string;
  alphabetical_name: string;
  code_letters: Nullable<string>;
  code_number: Nullable<number>;
  add_date: Timestamp;
  last_modified: Timestamp;
}

export interface LibraryTable {
  id: GeneratedAlways<number>;
  artist_id: number;
  genre_id: Nullable<number>;
  format_id: Nullable<number>;
  label_id: Nullable<number>;
  artist_name: string;
  album_title: string;
  album_artist: Nullable<string>;
  alternate_artist_name: Nullable<string>;
  label: Nullable<string>;
  year: Nullable<number>;
  catalog_number: Nullable<string>;
  barcode: Nullable<string>;
  shelf_code: Nullable<string>;
  code_number: Nullable<number>;
  code_volume_letters: Nullable<string>;
  disc_quantity: Generated<number>;
  legacy_release_id: Nullable<number>;
  is_compilation: Nullable<boolean>;
  import_key: Nullable<string>;
  on_streaming: Nullable<boolean>;
  artwork_url: Nullable<string>;
  add_date: Timestamp;
  last_modified: Timestamp;
  date_lost: NullableDay;
  date_found: NullableDay;
  search_doc: GeneratedAlways<string>;
  plays: Generated<number>;
}

export interface LegacyIdentityTable {
  library_id: number;
  canonical_entity_id: string;
  canonical_entity_confidence: Nullable<number>;
  canonical_entity_resolved_at: NullableTimestamp;
}

export interface ArtistAliasTable {
  artist_id: number;
  source: string;
  variant: string;
  confidence: number;
}

export interface CompilationTrackArtistTable {
  id: GeneratedAlways<number>;
  library_id: number;
  artist_name: string;
  track_title: Nullable<string>;
  track_position: Nullable<string>;
  track_artist_id: Nullable<number>;
  track_artist_link_confidence: Nullable<number>;
  track_artist_link_method: Nullable<string>;
}

export interface ShowTable {
  id: GeneratedAlways<number>;
  dj_name: string;
  specialty: Nullable<string>;
  start_time: Timestamp;
  end_time: NullableTimestamp;
}

export interface RotationTable {
  id: GeneratedAlways<number>;
  library_id: Nullable<number>;
  bin: 'H' | 'M' | 'L' | 'S';
  add_date: ColumnType<Date, string | undefined, string>;
  kill_date: NullableDay;
  artist_name: string;
  album_title: string;
  label: Nullable<string>;
}

export interface FlowsheetTable {
  id: GeneratedAlways<string>;
  show_id: Nullable<number>;
  library_id: Nullable<number>;
  rotation_id: Nullable<number>;
  entry_type: Generated<string>;
  artist_name: Nullable<string>;
  album_title: Nullable<string>;
  track_title: Nullable<string>;
  label: Nullable<string>;
  request_flag: Generated<boolean>;
  message: Nullable<string>;
  add_time: Timestamp;
}

export interface LibraryIdentityTable {
  library_id: number;
  discogs_master_id: Nullable<number>;
  discogs_release_id: Nullable<number>;
  musicbrainz_release_group_mbid: Nullable<string>;
  musicbrainz_release_mbid: Nullable<string>;
  musicbrainz_recording_mbid: Nullable<string>;
  wikidata_qid: Nullable<string>;
  spotify_id: Nullable<string>;
  apple_music_id: Nullable<string>;
  artist_ids: Json<Record<string, string>>;
  method: string;
  confidence: number;
  agreement_sources: Nullable<string>;
  conflicts: Json<unknown[]>;
  resolver_version: Nullable<string>;
  snapshot: Nullable<string>;
  notes: Nullable<string>;
  last_verified_at: Timestamp;
  distinct_unresolved_sources: GeneratedAlways<number>;
}

/** Written by triggers alone, on `library_identity`, `library_attempt` and `rotation`. */
export interface LibraryShownTable {
  library_id: GeneratedAlways<number>;
  identity: GeneratedAlways<string | null>;
  ending: GeneratedAlways<string | null>;
  waits: GeneratedAlways<boolean>;
  rotation: GeneratedAlways<unknown>;
}

export interface LibraryIdentitySourceTable {
  library_id: number;
  source: string;
  external_id: string;
  method: string;
  confidence: number;
  derived_from: Nullable<string>;
  url: Nullable<string>;
  notes: Nullable<string>;
  last_verified_at: Timestamp;
}

export interface LibraryIdentityHistoryTable {
  history_id: GeneratedAlways<string>;
  library_id: number;
  identity: NullableJson;
  sources: Json;
  superseded_at: Timestamp;
  superseded_reason: string;
  reason_category: 'rerun' | 'manual' | 'revoked' | 'withdrawn' | 'refused' | 'legacy' | 'deleted';
  actor: string;
  run_id: ColumnType<string | null, string | number | null | undefined, never>;
}

export type OverrideAction = 'pin' | 'reject' | 'not_applicable';

export interface IdentityOverrideTable {
  override_id: GeneratedAlways<number>;
  library_id: number;
  source: string;
  action: OverrideAction;
  external_id: Nullable<string>;
  reason: Nullable<string>;
  actor: string;
  created_at: Timestamp;
  revoked_at: NullableTimestamp;
  revoked_by: Nullable<string>;
}

export interface LibraryAttemptTable {
  library_id: number;
  outcome: Nullable<'single_artist' | 'compilation' | 'unresolved'>;
  unresolved_reason: Nullable<string>;
  verdict: NullableJson;
  attempted_at: NullableTimestamp;
  resolver_version: Nullable<string>;
  snapshot: Nullable<string>;
  failed_at: NullableTimestamp;
  failure: Nullable<string>;
  failures: Generated<number>;
  pending_since: NullableTimestamp;
  row_changed: Generated<boolean>;
  unchanged_through: Nullable<string>;
}

export interface ArtistIdentityTable {
  artist_id: number;
  source: string;
  external_id: string;
  origin: 'staff' | 'resolver';
  actor: string;
  confidence: Nullable<number>;
  set_at: Timestamp;
}

export interface ArtistIdentityHistoryTable {
  history_id: GeneratedAlways<string>;
  artist_id: number;
  source: string;
  external_id: Nullable<string>;
  origin: Nullable<'staff' | 'resolver'>;
  superseded_at: Timestamp;
  superseded_reason: string;
  reason_category: 'manual' | 'revoked';
  actor: string;
}

export interface ArtistIdentityConflictTable {
  artist_id: number;
  source: string;
  standing_id: string;
  proposed_id: string;
  library_id: number;
  seen_at: Timestamp;
  settled_at: NullableTimestamp;
  settled_by: Nullable<string>;
}

export interface FlowsheetIdentityTable {
  flowsheet_id: BigId;
  status: 'pending' | 'resolved' | 'compilation' | 'unresolved' | 'error';
  verdict: NullableJson;
  failure: Nullable<string>;
  changed_at: Timestamp;
}

export interface JobRunTable {
  run_id: GeneratedAlways<string>;
  job: 'pull' | 'drift' | 's1' | 'gate' | 'override-import' | 'changed';
  parameters: Json;
  state: Generated<'running' | 'succeeded' | 'failed' | 'aborted'>;
  actor: string;
  started_at: Timestamp;
  heartbeat_at: Timestamp;
  finished_at: NullableTimestamp;
  report: NullableJson;
  failure: Nullable<string>;
  cursor_id: Nullable<number>;
}

export interface JobHeartbeatTable {
  job: string;
  succeeded_at: NullableTimestamp;
  failed_at: NullableTimestamp;
  failure: Nullable<string>;
}

export interface JobRangeTable {
  run_id: BigId;
  range_no: number;
  cohort: string;
  first_id: number;
  last_id: number;
  cursor_id: number;
  state: Generated<'waiting' | 'working' | 'done' | 'failed'>;
  worker: Nullable<string>;
  claimed_at: NullableTimestamp;
  counters: Json<Record<string, number>>;
  failure: Nullable<string>;
}

export interface IdentityDriftTable {
  run_id: BigId;
  library_id: number;
  class: string;
  stratum: string;
  stored: Json;
  fresh: Json;
}

export interface ReviewDecisionTable {
  library_id: number;
  decision: 'accepted' | 'overridden' | 'skipped';
  actor: string;
  decided_at: Timestamp;
  until: NullableTimestamp;
  reason: Nullable<string>;
  fingerprint: Nullable<string>;
}

export interface CatalogTables {
  genre: NamedTable;
  format: NamedTable;
  label: NamedTable;
  artist: ArtistTable;
  library: LibraryTable;
  legacy_identity: LegacyIdentityTable;
  artist_alias: ArtistAliasTable;
  compilation_track_artist: CompilationTrackArtistTable;
  show: ShowTable;
  rotation: RotationTable;
  flowsheet: FlowsheetTable;
  library_delete_denylist: {
    import_key: string;
    library_id: number;
    reason: Nullable<string>;
    actor: string;
    deleted_at: Timestamp;
  };
  library_identity: LibraryIdentityTable;
  library_shown: LibraryShownTable;
  library_identity_source: LibraryIdentitySourceTable;
  library_identity_history: LibraryIdentityHistoryTable;
  identity_override: IdentityOverrideTable;
  library_attempt: LibraryAttemptTable;
  artist_identity: ArtistIdentityTable;
  artist_identity_history: ArtistIdentityHistoryTable;
  artist_identity_conflict: ArtistIdentityConflictTable;
  flowsheet_identity: FlowsheetIdentityTable;
  job_run: JobRunTable;
  job_heartbeat: JobHeartbeatTable;
  job_range: JobRangeTable;
  identity_drift: IdentityDriftTable;
  review_decision: ReviewDecisionTable;
}

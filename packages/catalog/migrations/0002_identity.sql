-- The stored verdict: one row for each library row that has an identity.
CREATE TABLE library_identity (
  library_id integer PRIMARY KEY REFERENCES library,
  discogs_master_id integer CHECK (discogs_master_id > 0),
  discogs_release_id integer CHECK (discogs_release_id > 0),
  musicbrainz_release_group_mbid uuid,
  musicbrainz_release_mbid uuid,
  musicbrainz_recording_mbid uuid,
  wikidata_qid text CHECK (wikidata_qid ~ '^Q[1-9][0-9]*$'),
  spotify_id text CHECK (spotify_id <> ''),
  apple_music_id text CHECK (apple_music_id <> ''),
  -- Ids of the artist, by source: any source, no column each.
  artist_ids jsonb NOT NULL DEFAULT '{}' CHECK (jsonb_typeof(artist_ids) = 'object'),
  method text NOT NULL,
  confidence double precision NOT NULL CONSTRAINT library_identity_confidence_range CHECK (confidence BETWEEN 0 AND 1),
  -- Comma-joined and sorted.
  agreement_sources text,
  conflicts jsonb NOT NULL DEFAULT '[]' CHECK (jsonb_typeof(conflicts) = 'array'),
  resolver_version text,
  snapshot text,
  notes text,
  -- The work-lists rest on it being there: fresh or stale, never unknown.
  last_verified_at timestamptz NOT NULL,
  distinct_unresolved_sources integer NOT NULL GENERATED ALWAYS AS (
    num_nulls(discogs_master_id, discogs_release_id, musicbrainz_release_group_mbid, musicbrainz_release_mbid,
              musicbrainz_recording_mbid, wikidata_qid, spotify_id, apple_music_id)
  ) STORED
);
-- Least sure first, most gaps first: the order of an audit.
CREATE INDEX library_identity_audit ON library_identity (confidence, distinct_unresolved_sources DESC);
CREATE INDEX library_identity_verified ON library_identity (last_verified_at);

-- Source names are data: a new source needs no change here.
CREATE TABLE library_identity_source (
  library_id integer NOT NULL REFERENCES library,
  source text NOT NULL CHECK (source <> ''),
  external_id text NOT NULL CHECK (external_id <> ''),
  method text NOT NULL,
  confidence double precision NOT NULL CONSTRAINT library_identity_source_confidence_range CHECK (confidence BETWEEN 0 AND 1),
  derived_from text,
  url text,
  notes text,
  last_verified_at timestamptz NOT NULL,
  PRIMARY KEY (library_id, source)
);
CREATE INDEX library_identity_source_external ON library_identity_source (source, external_id);

-- What a verdict was before it changed. It outlives its library row, and nothing in it changes.
CREATE TABLE library_identity_history (
  history_id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  library_id integer NOT NULL,
  -- The row of library_identity as it was; null where there was none.
  identity jsonb,
  -- The rows of library_identity_source that changed or left, as they were.
  sources jsonb NOT NULL DEFAULT '[]',
  superseded_at timestamptz NOT NULL DEFAULT now(),
  superseded_reason text NOT NULL,
  reason_category text NOT NULL
    CHECK (reason_category IN ('rerun', 'manual', 'revoked', 'withdrawn', 'refused', 'legacy', 'deleted')),
  actor text NOT NULL,
  run_id bigint
);
CREATE INDEX library_identity_history_library ON library_identity_history (library_id, history_id);

CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% is append-only: % refused', TG_TABLE_NAME, TG_OP USING ERRCODE = 'restrict_violation';
END;
$$;
CREATE TRIGGER library_identity_history_append_only
  BEFORE UPDATE OR DELETE OR TRUNCATE ON library_identity_history
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- What people decided. Rows are never deleted: a decision ends by being revoked.
CREATE TABLE identity_override (
  override_id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  library_id integer NOT NULL REFERENCES library,
  source text NOT NULL CHECK (source <> ''),
  action text NOT NULL CHECK (action IN ('pin', 'reject', 'not_applicable')),
  -- Null rejects whatever the resolver says of the source.
  external_id text CHECK (external_id <> ''),
  reason text,
  actor text NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  revoked_at timestamptz,
  revoked_by text,
  CHECK ((action = 'pin') <= (external_id IS NOT NULL)),
  CHECK ((action = 'not_applicable') <= (external_id IS NULL)),
  CHECK ((revoked_at IS NULL) = (revoked_by IS NULL))
);
-- One standing word on a source: a pin and "known absent" exclude each other; rejections are of one id each.
CREATE UNIQUE INDEX identity_override_standing ON identity_override (library_id, source)
  WHERE revoked_at IS NULL AND action <> 'reject';
CREATE UNIQUE INDEX identity_override_rejection ON identity_override (library_id, source, external_id) NULLS NOT DISTINCT
  WHERE revoked_at IS NULL AND action = 'reject';

-- The last answer of the resolver to each row, whatever it was, apart from the tables that search reads.
CREATE TABLE library_attempt (
  library_id integer PRIMARY KEY REFERENCES library ON DELETE CASCADE,
  -- An answer, or null while the row was never answered.
  outcome text CHECK (outcome IN ('single_artist', 'compilation', 'unresolved')),
  unresolved_reason text,
  verdict json,
  -- When the resolver last answered: the time-to-live of "nothing found" counts from here.
  attempted_at timestamptz,
  resolver_version text,
  snapshot text,
  -- The last time it could not be asked, since the last answer. Never an answer.
  failed_at timestamptz,
  failure text,
  failures integer NOT NULL DEFAULT 0,
  -- Asked by a push that has not been answered yet.
  pending_since timestamptz,
  CHECK ((outcome IS NULL) = (attempted_at IS NULL)),
  CHECK ((outcome IS NULL) = (verdict IS NULL))
);
CREATE INDEX library_attempt_attempted ON library_attempt (attempted_at);
CREATE INDEX library_attempt_pending ON library_attempt (pending_since) WHERE pending_since IS NOT NULL;

-- Ids of artists by source. What staff entered stands; the resolver only fills what is empty.
CREATE TABLE artist_identity (
  artist_id integer NOT NULL REFERENCES artist ON DELETE CASCADE,
  source text NOT NULL CHECK (source <> ''),
  external_id text NOT NULL CHECK (external_id <> ''),
  origin text NOT NULL CHECK (origin IN ('staff', 'resolver')),
  actor text NOT NULL,
  confidence double precision CHECK (confidence BETWEEN 0 AND 1),
  set_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (artist_id, source)
);

-- A verdict names another id for an artist than the one that stands. Unsettled until someone decides.
CREATE TABLE artist_identity_conflict (
  artist_id integer NOT NULL REFERENCES artist ON DELETE CASCADE,
  source text NOT NULL,
  standing_id text NOT NULL,
  proposed_id text NOT NULL,
  library_id integer NOT NULL REFERENCES library ON DELETE CASCADE,
  seen_at timestamptz NOT NULL DEFAULT now(),
  settled_at timestamptz,
  settled_by text,
  PRIMARY KEY (artist_id, source, proposed_id)
);

-- Identity of plays that stand in no library row.
CREATE TABLE flowsheet_identity (
  flowsheet_id bigint PRIMARY KEY REFERENCES flowsheet ON DELETE CASCADE,
  status text NOT NULL CHECK (status IN ('pending', 'resolved', 'compilation', 'unresolved', 'error')),
  verdict jsonb,
  failure text,
  changed_at timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX flowsheet_identity_pending ON flowsheet_identity (changed_at) WHERE status = 'pending';

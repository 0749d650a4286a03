-- What the migrations come to. Written by `npm run schema`: change a migration, not this file.

CREATE EXTENSION pg_trgm;

CREATE EXTENSION unaccent;

CREATE OR REPLACE FUNCTION public.follow_artist_name()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
BEGIN
  UPDATE library SET artist_name = NEW.artist_name, last_modified = now() WHERE artist_id = NEW.id;
  RETURN NULL;
END;
$function$;

CREATE OR REPLACE FUNCTION public.refuse_change()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
BEGIN
  RAISE EXCEPTION '% is append-only: % refused', TG_TABLE_NAME, TG_OP USING ERRCODE = 'restrict_violation';
END;
$function$;

CREATE OR REPLACE FUNCTION public.search_fold(text)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE STRICT
AS $function$
  SELECT lower(public.unaccent('public.unaccent'::regdictionary, normalize($1, NFC)))
$function$;

CREATE OR REPLACE FUNCTION public.search_shape(text)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE STRICT
AS $function$
  SELECT coalesce(
    nullif(btrim(regexp_replace(public.search_fold($1), '\m(the|a|an|of|and|in|to|for|my|vol)\M', ' ', 'g'), ' &.-'), ''),
    public.search_fold($1))
$function$;

CREATE OR REPLACE FUNCTION public.search_term(text, weights text)
 RETURNS tsquery
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE STRICT
AS $function$
  SELECT to_tsquery('simple'::regconfig,
    '''' || replace(replace(public.search_fold($1), '\', '\\'), '''', '''''') || ''':' || $2)
$function$;

CREATE OR REPLACE FUNCTION public.show_ending(outcome text, failed_at timestamp with time zone, attempted_at timestamp with time zone, unresolved_reason text)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
AS $function$
  SELECT coalesce(outcome, CASE WHEN failed_at IS NOT NULL THEN 'error' END) || '|'
    || coalesce((to_json(attempted_at AT TIME ZONE 'UTC') #>> '{}') || '+00:00', '') || '|' || coalesce(unresolved_reason, '')
$function$;

CREATE OR REPLACE FUNCTION public.show_gone_attempts()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
BEGIN
  UPDATE library_shown shown SET ending = NULL, waits = false FROM gone WHERE gone.library_id = shown.library_id;
  RETURN NULL;
END;
$function$;

CREATE OR REPLACE FUNCTION public.show_gone_identities()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
BEGIN
  UPDATE library_shown shown SET identity = NULL FROM gone WHERE gone.library_id = shown.library_id;
  RETURN NULL;
END;
$function$;

CREATE OR REPLACE FUNCTION public.show_identity(discogs_master_id integer, discogs_release_id integer, musicbrainz_release_group_mbid uuid, musicbrainz_release_mbid uuid, musicbrainz_recording_mbid uuid, wikidata_qid text, spotify_id text, apple_music_id text, artist_ids jsonb, method text, confidence double precision, agreement_sources text, conflicts jsonb, last_verified_at timestamp with time zone)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
AS $function$
  SELECT json_build_array(
    method, confidence, (to_json(last_verified_at AT TIME ZONE 'UTC') #>> '{}') || '+00:00', agreement_sources,
    jsonb_array_length(conflicts), artist_ids, discogs_master_id, discogs_release_id, musicbrainz_release_group_mbid,
    musicbrainz_release_mbid, musicbrainz_recording_mbid, wikidata_qid, spotify_id, apple_music_id
  )::text
$function$;

CREATE OR REPLACE FUNCTION public.show_rotation()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
DECLARE
  ids integer[];
BEGIN
  IF TG_OP = 'UPDATE' THEN
    ids := ARRAY(SELECT library_id FROM changed UNION SELECT library_id FROM before);
  ELSE
    ids := ARRAY(SELECT DISTINCT library_id FROM changed);
  END IF;
  -- Locked by a statement of its own: the next one then sees what others added to the rotation of the same record.
  INSERT INTO library_shown AS shown (library_id) SELECT id FROM library WHERE id = ANY (ids) ORDER BY id
  ON CONFLICT (library_id) DO UPDATE SET waits = shown.waits;
  UPDATE library_shown shown SET rotation = told.entries FROM (
    SELECT asked.id, json_agg(json_build_object('bin', r.bin, 'add_date', r.add_date, 'kill_date', r.kill_date))
      FILTER (WHERE r.id IS NOT NULL AND (r.kill_date IS NULL OR r.kill_date >= current_date)) AS entries
    FROM unnest(ids) AS asked (id) LEFT JOIN rotation r ON r.library_id = asked.id GROUP BY asked.id
  ) AS told WHERE told.id = shown.library_id;
  RETURN NULL;
END;
$function$;

CREATE OR REPLACE FUNCTION public.show_written_attempts()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
BEGIN
  INSERT INTO library_shown AS shown (library_id, ending, waits)
  SELECT library_id, show_ending(outcome, failed_at, attempted_at, unresolved_reason), pending_since IS NOT NULL
  FROM written ORDER BY library_id
  ON CONFLICT (library_id) DO UPDATE SET ending = excluded.ending, waits = excluded.waits
    WHERE shown.ending IS DISTINCT FROM excluded.ending OR shown.waits <> excluded.waits;
  RETURN NULL;
END;
$function$;

CREATE OR REPLACE FUNCTION public.show_written_identities()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
BEGIN
  INSERT INTO library_shown (library_id, identity)
  SELECT library_id, show_identity(
    discogs_master_id, discogs_release_id, musicbrainz_release_group_mbid, musicbrainz_release_mbid, musicbrainz_recording_mbid,
    wikidata_qid, spotify_id, apple_music_id, artist_ids, method, confidence, agreement_sources, conflicts, last_verified_at)
  FROM written ORDER BY library_id
  ON CONFLICT (library_id) DO UPDATE SET identity = excluded.identity;
  RETURN NULL;
END;
$function$;

CREATE TABLE artist (
  id integer GENERATED ALWAYS AS IDENTITY NOT NULL,
  artist_name text NOT NULL,
  alphabetical_name text NOT NULL,
  code_letters text,
  code_number integer,
  add_date timestamp with time zone DEFAULT now() NOT NULL,
  last_modified timestamp with time zone DEFAULT now() NOT NULL,
  name_shape text GENERATED ALWAYS AS (search_shape(artist_name)) STORED NOT NULL,
  CONSTRAINT artist_artist_name_check CHECK (((artist_name <> ''::text) AND (length(artist_name) <= 2000))),
  CONSTRAINT artist_pkey PRIMARY KEY (id)
);

CREATE TABLE artist_alias (
  artist_id integer NOT NULL,
  source text NOT NULL,
  variant text NOT NULL,
  confidence real NOT NULL,
  variant_fold text GENERATED ALWAYS AS (search_fold(variant)) STORED NOT NULL,
  CONSTRAINT artist_alias_artist_id_fkey FOREIGN KEY (artist_id) REFERENCES artist(id) ON DELETE CASCADE,
  CONSTRAINT artist_alias_confidence_check CHECK (((confidence >= (0)::double precision) AND (confidence <= (1)::double precision))),
  CONSTRAINT artist_alias_pkey PRIMARY KEY (artist_id, source, variant),
  CONSTRAINT artist_alias_variant_check CHECK ((btrim(variant) <> ''::text))
);

CREATE TABLE artist_identity (
  artist_id integer NOT NULL,
  source text NOT NULL,
  external_id text NOT NULL,
  origin text NOT NULL,
  actor text NOT NULL,
  confidence double precision,
  set_at timestamp with time zone DEFAULT now() NOT NULL,
  CONSTRAINT artist_identity_artist_id_fkey FOREIGN KEY (artist_id) REFERENCES artist(id) ON DELETE CASCADE,
  CONSTRAINT artist_identity_confidence_check CHECK (((confidence >= (0)::double precision) AND (confidence <= (1)::double precision))),
  CONSTRAINT artist_identity_external_id_check CHECK ((external_id <> ''::text)),
  CONSTRAINT artist_identity_origin_check CHECK ((origin = ANY (ARRAY['staff'::text, 'resolver'::text]))),
  CONSTRAINT artist_identity_pkey PRIMARY KEY (artist_id, source),
  CONSTRAINT artist_identity_source_check CHECK ((source <> ''::text))
);

CREATE TABLE artist_identity_conflict (
  artist_id integer NOT NULL,
  source text NOT NULL,
  standing_id text NOT NULL,
  proposed_id text NOT NULL,
  library_id integer NOT NULL,
  seen_at timestamp with time zone DEFAULT now() NOT NULL,
  settled_at timestamp with time zone,
  settled_by text,
  CONSTRAINT artist_identity_conflict_artist_id_fkey FOREIGN KEY (artist_id) REFERENCES artist(id) ON DELETE CASCADE,
  CONSTRAINT artist_identity_conflict_library_id_fkey FOREIGN KEY (library_id) REFERENCES library(id) ON DELETE CASCADE,
  CONSTRAINT artist_identity_conflict_pkey PRIMARY KEY (artist_id, source, proposed_id)
);

CREATE TABLE artist_identity_history (
  history_id bigint GENERATED ALWAYS AS IDENTITY NOT NULL,
  artist_id integer NOT NULL,
  source text NOT NULL,
  external_id text,
  origin text,
  superseded_at timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
  superseded_reason text NOT NULL,
  reason_category text NOT NULL,
  actor text NOT NULL,
  CONSTRAINT artist_identity_history_check CHECK (((external_id IS NULL) = (origin IS NULL))),
  CONSTRAINT artist_identity_history_origin_check CHECK ((origin = ANY (ARRAY['staff'::text, 'resolver'::text]))),
  CONSTRAINT artist_identity_history_pkey PRIMARY KEY (history_id),
  CONSTRAINT artist_identity_history_reason_category_check CHECK ((reason_category = ANY (ARRAY['manual'::text, 'revoked'::text]))),
  CONSTRAINT artist_identity_history_source_check CHECK ((source <> ''::text))
);

CREATE TABLE compilation_track_artist (
  id integer GENERATED ALWAYS AS IDENTITY NOT NULL,
  library_id integer NOT NULL,
  artist_name text NOT NULL,
  track_title text,
  track_position text,
  track_artist_id integer,
  track_artist_link_confidence real,
  track_artist_link_method text,
  search_doc tsvector GENERATED ALWAYS AS ((setweight(to_tsvector('simple'::regconfig, search_fold(artist_name)), 'A'::"char") || setweight(to_tsvector('simple'::regconfig, search_fold(COALESCE(track_title, ''::text))), 'B'::"char"))) STORED NOT NULL,
  CONSTRAINT compilation_track_artist_artist_name_check CHECK (((length(artist_name) >= 1) AND (length(artist_name) <= 255))),
  CONSTRAINT compilation_track_artist_library_id_artist_name_track_title_key UNIQUE NULLS NOT DISTINCT (library_id, artist_name, track_title),
  CONSTRAINT compilation_track_artist_library_id_fkey FOREIGN KEY (library_id) REFERENCES library(id) ON DELETE CASCADE,
  CONSTRAINT compilation_track_artist_pkey PRIMARY KEY (id),
  CONSTRAINT compilation_track_artist_track_artist_id_fkey FOREIGN KEY (track_artist_id) REFERENCES artist(id) ON DELETE SET NULL,
  CONSTRAINT compilation_track_artist_track_artist_link_confidence_check CHECK (((track_artist_link_confidence >= (0)::double precision) AND (track_artist_link_confidence <= (1)::double precision))),
  CONSTRAINT compilation_track_artist_track_position_check CHECK ((length(track_position) <= 20)),
  CONSTRAINT compilation_track_artist_track_title_check CHECK ((length(track_title) <= 255))
);

CREATE TABLE flowsheet (
  id bigint GENERATED ALWAYS AS IDENTITY NOT NULL,
  show_id integer,
  library_id integer,
  rotation_id integer,
  entry_type text DEFAULT 'track'::text NOT NULL,
  artist_name text,
  album_title text,
  track_title text,
  label text,
  request_flag boolean DEFAULT false NOT NULL,
  message text,
  add_time timestamp with time zone DEFAULT now() NOT NULL,
  CONSTRAINT flowsheet_entry_type_check CHECK ((entry_type = ANY (ARRAY['track'::text, 'show_start'::text, 'show_end'::text, 'dj_join'::text, 'dj_leave'::text, 'talkset'::text, 'breakpoint'::text, 'message'::text]))),
  CONSTRAINT flowsheet_library_id_fkey FOREIGN KEY (library_id) REFERENCES library(id) ON DELETE SET NULL,
  CONSTRAINT flowsheet_pkey PRIMARY KEY (id),
  CONSTRAINT flowsheet_rotation_id_fkey FOREIGN KEY (rotation_id) REFERENCES rotation(id) ON DELETE SET NULL,
  CONSTRAINT flowsheet_show_id_fkey FOREIGN KEY (show_id) REFERENCES show(id) ON DELETE SET NULL
);

CREATE TABLE flowsheet_identity (
  flowsheet_id bigint NOT NULL,
  status text NOT NULL,
  verdict jsonb,
  failure text,
  changed_at timestamp with time zone DEFAULT now() NOT NULL,
  CONSTRAINT flowsheet_identity_flowsheet_id_fkey FOREIGN KEY (flowsheet_id) REFERENCES flowsheet(id) ON DELETE CASCADE,
  CONSTRAINT flowsheet_identity_pkey PRIMARY KEY (flowsheet_id),
  CONSTRAINT flowsheet_identity_status_check CHECK ((status = ANY (ARRAY['pending'::text, 'resolved'::text, 'compilation'::text, 'unresolved'::text, 'error'::text])))
);

CREATE TABLE format (
  id integer GENERATED ALWAYS AS IDENTITY NOT NULL,
  name text NOT NULL,
  CONSTRAINT format_name_check CHECK ((name <> ''::text)),
  CONSTRAINT format_name_key UNIQUE (name),
  CONSTRAINT format_pkey PRIMARY KEY (id)
);

CREATE TABLE genre (
  id integer GENERATED ALWAYS AS IDENTITY NOT NULL,
  name text NOT NULL,
  CONSTRAINT genre_name_check CHECK ((name <> ''::text)),
  CONSTRAINT genre_name_key UNIQUE (name),
  CONSTRAINT genre_pkey PRIMARY KEY (id)
);

CREATE TABLE identity_drift (
  run_id bigint NOT NULL,
  library_id integer NOT NULL,
  class text NOT NULL,
  stratum text NOT NULL,
  stored jsonb NOT NULL,
  fresh jsonb NOT NULL,
  CONSTRAINT identity_drift_library_id_fkey FOREIGN KEY (library_id) REFERENCES library(id) ON DELETE CASCADE,
  CONSTRAINT identity_drift_pkey PRIMARY KEY (run_id, library_id),
  CONSTRAINT identity_drift_run_id_fkey FOREIGN KEY (run_id) REFERENCES job_run(run_id) ON DELETE CASCADE
);

CREATE TABLE identity_override (
  override_id integer GENERATED ALWAYS AS IDENTITY NOT NULL,
  library_id integer NOT NULL,
  source text NOT NULL,
  action text NOT NULL,
  external_id text,
  reason text,
  actor text NOT NULL,
  created_at timestamp with time zone DEFAULT now() NOT NULL,
  revoked_at timestamp with time zone,
  revoked_by text,
  CONSTRAINT identity_override_action_check CHECK ((action = ANY (ARRAY['pin'::text, 'reject'::text, 'not_applicable'::text]))),
  CONSTRAINT identity_override_check CHECK (((action = 'pin'::text) <= (external_id IS NOT NULL))),
  CONSTRAINT identity_override_check1 CHECK (((action = 'not_applicable'::text) <= (external_id IS NULL))),
  CONSTRAINT identity_override_check2 CHECK (((revoked_at IS NULL) = (revoked_by IS NULL))),
  CONSTRAINT identity_override_external_id_check CHECK ((external_id <> ''::text)),
  CONSTRAINT identity_override_library_id_fkey FOREIGN KEY (library_id) REFERENCES library(id),
  CONSTRAINT identity_override_pkey PRIMARY KEY (override_id),
  CONSTRAINT identity_override_source_check CHECK ((source <> ''::text))
);

CREATE TABLE job_heartbeat (
  job text NOT NULL,
  succeeded_at timestamp with time zone,
  failed_at timestamp with time zone,
  failure text,
  CONSTRAINT job_heartbeat_job_check CHECK ((job <> ''::text)),
  CONSTRAINT job_heartbeat_pkey PRIMARY KEY (job)
);

CREATE TABLE job_range (
  run_id bigint NOT NULL,
  range_no integer NOT NULL,
  cohort text NOT NULL,
  first_id integer NOT NULL,
  last_id integer NOT NULL,
  cursor_id integer NOT NULL,
  state text DEFAULT 'waiting'::text NOT NULL,
  worker text,
  claimed_at timestamp with time zone,
  counters jsonb DEFAULT '{}'::jsonb NOT NULL,
  failure text,
  CONSTRAINT job_range_pkey PRIMARY KEY (run_id, range_no),
  CONSTRAINT job_range_run_id_fkey FOREIGN KEY (run_id) REFERENCES job_run(run_id) ON DELETE CASCADE,
  CONSTRAINT job_range_state_check CHECK ((state = ANY (ARRAY['waiting'::text, 'working'::text, 'done'::text, 'failed'::text])))
);

CREATE TABLE job_run (
  run_id bigint GENERATED ALWAYS AS IDENTITY NOT NULL,
  job text NOT NULL,
  parameters jsonb DEFAULT '{}'::jsonb NOT NULL,
  state text DEFAULT 'running'::text NOT NULL,
  actor text NOT NULL,
  started_at timestamp with time zone DEFAULT now() NOT NULL,
  heartbeat_at timestamp with time zone DEFAULT now() NOT NULL,
  finished_at timestamp with time zone,
  report jsonb,
  failure text,
  cursor_id integer,
  CONSTRAINT job_run_job_check CHECK ((job = ANY (ARRAY['pull'::text, 'drift'::text, 's1'::text, 'gate'::text, 'override-import'::text, 'changed'::text]))),
  CONSTRAINT job_run_pkey PRIMARY KEY (run_id),
  CONSTRAINT job_run_state_check CHECK ((state = ANY (ARRAY['running'::text, 'succeeded'::text, 'failed'::text, 'aborted'::text])))
);

CREATE TABLE label (
  id integer GENERATED ALWAYS AS IDENTITY NOT NULL,
  name text NOT NULL,
  CONSTRAINT label_name_check CHECK ((name <> ''::text)),
  CONSTRAINT label_name_key UNIQUE (name),
  CONSTRAINT label_pkey PRIMARY KEY (id)
);

CREATE TABLE legacy_identity (
  library_id integer NOT NULL,
  canonical_entity_id text NOT NULL,
  canonical_entity_confidence real,
  canonical_entity_resolved_at timestamp with time zone,
  CONSTRAINT legacy_identity_canonical_entity_confidence_check CHECK (((canonical_entity_confidence >= (0)::double precision) AND (canonical_entity_confidence <= (1)::double precision))),
  CONSTRAINT legacy_identity_library_id_fkey FOREIGN KEY (library_id) REFERENCES library(id) ON DELETE CASCADE,
  CONSTRAINT legacy_identity_pkey PRIMARY KEY (library_id)
);

CREATE TABLE library (
  id integer GENERATED ALWAYS AS IDENTITY NOT NULL,
  artist_id integer NOT NULL,
  genre_id integer,
  format_id integer,
  label_id integer,
  artist_name text NOT NULL,
  album_title text NOT NULL,
  album_artist text,
  alternate_artist_name text,
  label text,
  year integer,
  catalog_number text,
  barcode text,
  shelf_code text,
  code_number integer,
  code_volume_letters text,
  disc_quantity integer DEFAULT 1 NOT NULL,
  legacy_release_id integer,
  import_key text,
  on_streaming boolean,
  artwork_url text,
  add_date timestamp with time zone DEFAULT now() NOT NULL,
  last_modified timestamp with time zone DEFAULT now() NOT NULL,
  date_lost date,
  date_found date,
  search_doc tsvector GENERATED ALWAYS AS ((((setweight(to_tsvector('simple'::regconfig, search_fold(artist_name)), 'A'::"char") || setweight(to_tsvector('simple'::regconfig, search_fold(COALESCE(album_artist, ''::text))), 'A'::"char")) || setweight(to_tsvector('simple'::regconfig, search_fold(album_title)), 'B'::"char")) || setweight(to_tsvector('simple'::regconfig, search_fold(COALESCE(label, ''::text))), 'D'::"char"))) STORED NOT NULL,
  artist_fold text GENERATED ALWAYS AS (search_fold(artist_name)) STORED NOT NULL,
  title_fold text GENERATED ALWAYS AS (search_fold(album_title)) STORED NOT NULL,
  title_shape text GENERATED ALWAYS AS (search_shape(album_title)) STORED NOT NULL,
  both_shape text GENERATED ALWAYS AS (search_shape(((artist_name || ' '::text) || album_title))) STORED NOT NULL,
  alternate_fold text GENERATED ALWAYS AS (search_fold(alternate_artist_name)) STORED,
  plays integer DEFAULT 0 NOT NULL,
  is_compilation boolean,
  CONSTRAINT library_album_title_check CHECK ((length(album_title) <= 2000)),
  CONSTRAINT library_artist_id_fkey FOREIGN KEY (artist_id) REFERENCES artist(id),
  CONSTRAINT library_disc_quantity_check CHECK ((disc_quantity > 0)),
  CONSTRAINT library_format_id_fkey FOREIGN KEY (format_id) REFERENCES format(id),
  CONSTRAINT library_genre_id_fkey FOREIGN KEY (genre_id) REFERENCES genre(id),
  CONSTRAINT library_import_key_key UNIQUE (import_key),
  CONSTRAINT library_label_id_fkey FOREIGN KEY (label_id) REFERENCES label(id),
  CONSTRAINT library_legacy_release_id_key UNIQUE (legacy_release_id),
  CONSTRAINT library_pkey PRIMARY KEY (id),
  CONSTRAINT library_plays_check CHECK ((plays >= 0)),
  CONSTRAINT library_year_check CHECK (((year >= 1000) AND (year <= 9999)))
);

CREATE TABLE library_attempt (
  library_id integer NOT NULL,
  outcome text,
  unresolved_reason text,
  verdict json,
  attempted_at timestamp with time zone,
  resolver_version text,
  snapshot text,
  failed_at timestamp with time zone,
  failure text,
  failures integer DEFAULT 0 NOT NULL,
  pending_since timestamp with time zone,
  row_changed boolean DEFAULT false NOT NULL,
  unchanged_through text,
  CONSTRAINT library_attempt_check CHECK (((outcome IS NULL) = (attempted_at IS NULL))),
  CONSTRAINT library_attempt_check1 CHECK (((outcome IS NULL) = (verdict IS NULL))),
  CONSTRAINT library_attempt_library_id_fkey FOREIGN KEY (library_id) REFERENCES library(id) ON DELETE CASCADE,
  CONSTRAINT library_attempt_outcome_check CHECK ((outcome = ANY (ARRAY['single_artist'::text, 'compilation'::text, 'unresolved'::text]))),
  CONSTRAINT library_attempt_pkey PRIMARY KEY (library_id)
);

CREATE TABLE library_delete_denylist (
  import_key text NOT NULL,
  library_id integer NOT NULL,
  reason text,
  actor text NOT NULL,
  deleted_at timestamp with time zone DEFAULT now() NOT NULL,
  CONSTRAINT library_delete_denylist_pkey PRIMARY KEY (import_key)
);

CREATE TABLE library_identity (
  library_id integer NOT NULL,
  discogs_master_id integer,
  discogs_release_id integer,
  musicbrainz_release_group_mbid uuid,
  musicbrainz_release_mbid uuid,
  musicbrainz_recording_mbid uuid,
  wikidata_qid text,
  spotify_id text,
  apple_music_id text,
  artist_ids jsonb DEFAULT '{}'::jsonb NOT NULL,
  method text NOT NULL,
  confidence double precision NOT NULL,
  agreement_sources text,
  conflicts jsonb DEFAULT '[]'::jsonb NOT NULL,
  resolver_version text,
  snapshot text,
  notes text,
  last_verified_at timestamp with time zone NOT NULL,
  distinct_unresolved_sources integer GENERATED ALWAYS AS (num_nulls(discogs_master_id, discogs_release_id, musicbrainz_release_group_mbid, musicbrainz_release_mbid, musicbrainz_recording_mbid, wikidata_qid, spotify_id, apple_music_id)) STORED NOT NULL,
  CONSTRAINT library_identity_apple_music_id_check CHECK ((apple_music_id <> ''::text)),
  CONSTRAINT library_identity_artist_ids_check CHECK ((jsonb_typeof(artist_ids) = 'object'::text)),
  CONSTRAINT library_identity_confidence_range CHECK (((confidence >= (0)::double precision) AND (confidence <= (1)::double precision))),
  CONSTRAINT library_identity_conflicts_check CHECK ((jsonb_typeof(conflicts) = 'array'::text)),
  CONSTRAINT library_identity_discogs_master_id_check CHECK ((discogs_master_id > 0)),
  CONSTRAINT library_identity_discogs_release_id_check CHECK ((discogs_release_id > 0)),
  CONSTRAINT library_identity_library_id_fkey FOREIGN KEY (library_id) REFERENCES library(id),
  CONSTRAINT library_identity_pkey PRIMARY KEY (library_id),
  CONSTRAINT library_identity_spotify_id_check CHECK ((spotify_id <> ''::text)),
  CONSTRAINT library_identity_wikidata_qid_check CHECK ((wikidata_qid ~ '^Q[1-9][0-9]*$'::text))
);

CREATE TABLE library_identity_history (
  history_id bigint GENERATED ALWAYS AS IDENTITY NOT NULL,
  library_id integer NOT NULL,
  identity jsonb,
  sources jsonb DEFAULT '[]'::jsonb NOT NULL,
  superseded_at timestamp with time zone DEFAULT now() NOT NULL,
  superseded_reason text NOT NULL,
  reason_category text NOT NULL,
  actor text NOT NULL,
  run_id bigint,
  CONSTRAINT library_identity_history_pkey PRIMARY KEY (history_id),
  CONSTRAINT library_identity_history_reason_category_check CHECK ((reason_category = ANY (ARRAY['rerun'::text, 'manual'::text, 'revoked'::text, 'withdrawn'::text, 'refused'::text, 'legacy'::text, 'deleted'::text])))
);

CREATE TABLE library_identity_source (
  library_id integer NOT NULL,
  source text NOT NULL,
  external_id text NOT NULL,
  method text NOT NULL,
  confidence double precision NOT NULL,
  derived_from text,
  url text,
  notes text,
  last_verified_at timestamp with time zone NOT NULL,
  CONSTRAINT library_identity_source_confidence_range CHECK (((confidence >= (0)::double precision) AND (confidence <= (1)::double precision))),
  CONSTRAINT library_identity_source_external_id_check CHECK ((external_id <> ''::text)),
  CONSTRAINT library_identity_source_library_id_fkey FOREIGN KEY (library_id) REFERENCES library(id),
  CONSTRAINT library_identity_source_pkey PRIMARY KEY (library_id, source),
  CONSTRAINT library_identity_source_source_check CHECK ((source <> ''::text))
);

CREATE TABLE library_shown (
  library_id integer NOT NULL,
  identity text,
  ending text,
  waits boolean DEFAULT false NOT NULL,
  rotation json,
  CONSTRAINT library_shown_library_id_fkey FOREIGN KEY (library_id) REFERENCES library(id) ON DELETE CASCADE,
  CONSTRAINT library_shown_pkey PRIMARY KEY (library_id)
);

CREATE TABLE review_decision (
  library_id integer NOT NULL,
  decision text NOT NULL,
  actor text NOT NULL,
  decided_at timestamp with time zone DEFAULT now() NOT NULL,
  until timestamp with time zone,
  reason text,
  fingerprint text,
  CONSTRAINT review_decision_decision_check CHECK ((decision = ANY (ARRAY['accepted'::text, 'overridden'::text, 'skipped'::text]))),
  CONSTRAINT review_decision_library_id_fkey FOREIGN KEY (library_id) REFERENCES library(id) ON DELETE CASCADE,
  CONSTRAINT review_decision_pkey PRIMARY KEY (library_id)
);

CREATE TABLE rotation (
  id integer GENERATED ALWAYS AS IDENTITY NOT NULL,
  library_id integer,
  bin text NOT NULL,
  add_date date DEFAULT CURRENT_DATE NOT NULL,
  kill_date date,
  artist_name text NOT NULL,
  album_title text NOT NULL,
  label text,
  CONSTRAINT rotation_bin_check CHECK ((bin = ANY (ARRAY['H'::text, 'M'::text, 'L'::text, 'S'::text]))),
  CONSTRAINT rotation_check CHECK ((kill_date >= add_date)),
  CONSTRAINT rotation_library_id_fkey FOREIGN KEY (library_id) REFERENCES library(id) ON DELETE SET NULL,
  CONSTRAINT rotation_pkey PRIMARY KEY (id)
);

CREATE TABLE schema_migration (
  name text NOT NULL,
  sha256 text NOT NULL,
  applied_at timestamp with time zone DEFAULT now() NOT NULL,
  CONSTRAINT schema_migration_pkey PRIMARY KEY (name)
);

CREATE TABLE show (
  id integer GENERATED ALWAYS AS IDENTITY NOT NULL,
  dj_name text NOT NULL,
  specialty text,
  start_time timestamp with time zone DEFAULT now() NOT NULL,
  end_time timestamp with time zone,
  CONSTRAINT show_check CHECK ((end_time >= start_time)),
  CONSTRAINT show_dj_name_check CHECK ((dj_name <> ''::text)),
  CONSTRAINT show_pkey PRIMARY KEY (id)
);

CREATE INDEX artist_alias_trigram ON artist_alias USING gin (variant_fold gin_trgm_ops);

CREATE INDEX artist_folded_name ON artist USING btree (search_fold(artist_name));

CREATE INDEX artist_identity_conflict_unsettled ON artist_identity_conflict USING btree (library_id) WHERE (settled_at IS NULL);

CREATE INDEX artist_identity_history_artist ON artist_identity_history USING btree (artist_id, history_id);

CREATE INDEX artist_name_trigram ON artist USING gin (name_shape gin_trgm_ops);

CREATE INDEX compilation_track_artist_search_doc ON compilation_track_artist USING gin (search_doc);

CREATE INDEX flowsheet_identity_pending ON flowsheet_identity USING btree (changed_at) WHERE (status = 'pending'::text);

CREATE INDEX flowsheet_library ON flowsheet USING btree (library_id) WHERE (entry_type = 'track'::text);

CREATE INDEX flowsheet_show ON flowsheet USING btree (show_id, id);

CREATE INDEX identity_drift_library ON identity_drift USING btree (library_id, run_id DESC);

CREATE UNIQUE INDEX identity_override_rejection ON identity_override USING btree (library_id, source, external_id) NULLS NOT DISTINCT WHERE ((revoked_at IS NULL) AND (action = 'reject'::text));

CREATE UNIQUE INDEX identity_override_standing ON identity_override USING btree (library_id, source) WHERE ((revoked_at IS NULL) AND (action <> 'reject'::text));

CREATE INDEX job_run_job ON job_run USING btree (job, run_id DESC);

CREATE INDEX legacy_identity_entity ON legacy_identity USING btree (canonical_entity_id);

CREATE INDEX library_alternate_artist_trigram ON library USING gin (alternate_fold gin_trgm_ops) WHERE (alternate_fold IS NOT NULL);

CREATE INDEX library_artist ON library USING btree (artist_id);

CREATE INDEX library_attempt_attempted ON library_attempt USING btree (attempted_at);

CREATE INDEX library_attempt_pending ON library_attempt USING btree (pending_since) WHERE (pending_since IS NOT NULL);

CREATE INDEX library_both_trigram ON library USING gin (both_shape gin_trgm_ops);

CREATE INDEX library_by_artist ON library USING btree (artist_fold, title_fold, id);

CREATE INDEX library_by_date ON library USING btree (add_date, id);

CREATE INDEX library_by_plays ON library USING btree (plays, id);

CREATE INDEX library_by_title ON library USING btree (title_fold, artist_fold, id);

CREATE INDEX library_genre ON library USING btree (genre_id);

CREATE INDEX library_identity_audit ON library_identity USING btree (confidence, distinct_unresolved_sources DESC);

CREATE INDEX library_identity_history_library ON library_identity_history USING btree (library_id, history_id);

CREATE INDEX library_identity_history_refused ON library_identity_history USING btree (library_id, superseded_at) WHERE (reason_category = 'refused'::text);

CREATE INDEX library_identity_source_external ON library_identity_source USING btree (source, external_id);

CREATE INDEX library_identity_verified ON library_identity USING btree (last_verified_at);

CREATE INDEX library_label_name ON library USING btree (search_fold(label));

CREATE INDEX library_lost ON library USING btree (id) WHERE (date_lost IS NOT NULL);

CREATE INDEX library_match ON library USING btree (search_fold(artist_name), search_fold(album_title), format_id);

CREATE INDEX library_modified ON library USING btree (last_modified, id);

CREATE INDEX library_search_doc ON library USING gin (search_doc);

CREATE INDEX library_title_trigram ON library USING gin (title_shape gin_trgm_ops);

CREATE INDEX library_year ON library USING btree (year);

CREATE INDEX rotation_library ON rotation USING btree (library_id, kill_date);

CREATE TRIGGER artist_name_followed AFTER UPDATE OF artist_name ON artist FOR EACH ROW WHEN ((old.artist_name IS DISTINCT FROM new.artist_name)) EXECUTE FUNCTION follow_artist_name();

CREATE TRIGGER artist_identity_history_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON artist_identity_history FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

CREATE TRIGGER library_attempt_deleted AFTER DELETE ON library_attempt REFERENCING OLD TABLE AS gone FOR EACH STATEMENT EXECUTE FUNCTION show_gone_attempts();

CREATE TRIGGER library_attempt_inserted AFTER INSERT ON library_attempt REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION show_written_attempts();

CREATE TRIGGER library_attempt_updated AFTER UPDATE ON library_attempt REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION show_written_attempts();

CREATE TRIGGER library_identity_deleted AFTER DELETE ON library_identity REFERENCING OLD TABLE AS gone FOR EACH STATEMENT EXECUTE FUNCTION show_gone_identities();

CREATE TRIGGER library_identity_inserted AFTER INSERT ON library_identity REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION show_written_identities();

CREATE TRIGGER library_identity_updated AFTER UPDATE ON library_identity REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION show_written_identities();

CREATE TRIGGER library_identity_history_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON library_identity_history FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

CREATE TRIGGER rotation_deleted AFTER DELETE ON rotation REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION show_rotation();

CREATE TRIGGER rotation_inserted AFTER INSERT ON rotation REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION show_rotation();

CREATE TRIGGER rotation_updated AFTER UPDATE ON rotation REFERENCING OLD TABLE AS before NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION show_rotation();

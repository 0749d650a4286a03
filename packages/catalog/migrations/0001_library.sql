CREATE EXTENSION IF NOT EXISTS pg_trgm;
CREATE EXTENSION IF NOT EXISTS unaccent;

-- What search compares: no case, no accents, one Unicode form. Immutable by promise: the dictionary ships with the server.
CREATE FUNCTION search_fold(text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
  SELECT lower(public.unaccent('public.unaccent'::regdictionary, normalize($1, NFC)))
$$;

CREATE TABLE genre (
  id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  name text NOT NULL UNIQUE CHECK (name <> '')
);

CREATE TABLE format (
  id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  name text NOT NULL UNIQUE CHECK (name <> '')
);

CREATE TABLE label (
  id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  name text NOT NULL UNIQUE CHECK (name <> '')
);

-- Names are not unique: homonyms are different artists, and the library files them apart.
CREATE TABLE artist (
  id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  artist_name text NOT NULL CHECK (artist_name <> '' AND length(artist_name) <= 2000),
  alphabetical_name text NOT NULL,
  code_letters text,
  code_number integer,
  add_date timestamptz NOT NULL DEFAULT now(),
  last_modified timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX artist_folded_name ON artist (search_fold(artist_name));

-- One row per physical copy: the CD and the LP of a record are two.
CREATE TABLE library (
  id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  artist_id integer NOT NULL REFERENCES artist,
  genre_id integer REFERENCES genre,
  format_id integer REFERENCES format,
  label_id integer REFERENCES label,
  -- Kept with the row, so that search reads one table; a trigger follows the artist.
  artist_name text NOT NULL,
  album_title text NOT NULL CHECK (length(album_title) <= 2000),
  album_artist text,
  alternate_artist_name text,
  label text,
  year integer CHECK (year BETWEEN 1000 AND 9999),
  catalog_number text,
  barcode text,
  shelf_code text,
  code_number integer,
  code_volume_letters text,
  disc_quantity integer NOT NULL DEFAULT 1 CHECK (disc_quantity > 0),
  -- The number in the library's older id space: another space than id, never compared with it.
  legacy_release_id integer UNIQUE,
  -- The row's own id where it was imported from: what makes an import repeatable.
  import_key text UNIQUE,
  on_streaming boolean,
  artwork_url text,
  add_date timestamptz NOT NULL DEFAULT now(),
  last_modified timestamptz NOT NULL DEFAULT now(),
  date_lost date,
  date_found date,
  -- Identity looks at these; a change of any asks again.
  search_doc tsvector NOT NULL GENERATED ALWAYS AS (
    setweight(to_tsvector('simple', search_fold(artist_name)), 'A')
    || setweight(to_tsvector('simple', search_fold(coalesce(album_artist, ''))), 'A')
    || setweight(to_tsvector('simple', search_fold(album_title)), 'B')
    || setweight(to_tsvector('simple', search_fold(coalesce(label, ''))), 'D')
  ) STORED
);
CREATE INDEX library_search_doc ON library USING gin (search_doc);
CREATE INDEX library_artist_name_trigram ON library USING gin (search_fold(artist_name) gin_trgm_ops);
CREATE INDEX library_album_title_trigram ON library USING gin (search_fold(album_title) gin_trgm_ops);
CREATE INDEX library_match ON library (search_fold(artist_name), search_fold(album_title), format_id);
CREATE INDEX library_artist ON library (artist_id);
CREATE INDEX library_label_name ON library (search_fold(label));

CREATE FUNCTION follow_artist_name() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE library SET artist_name = NEW.artist_name, last_modified = now() WHERE artist_id = NEW.id;
  RETURN NULL;
END;
$$;
CREATE TRIGGER artist_name_followed AFTER UPDATE OF artist_name ON artist
  FOR EACH ROW WHEN (OLD.artist_name IS DISTINCT FROM NEW.artist_name) EXECUTE FUNCTION follow_artist_name();

-- What the station's older systems believed a row to be, as they wrote it.
CREATE TABLE legacy_identity (
  library_id integer PRIMARY KEY REFERENCES library ON DELETE CASCADE,
  canonical_entity_id text NOT NULL,
  canonical_entity_confidence real CHECK (canonical_entity_confidence BETWEEN 0 AND 1),
  canonical_entity_resolved_at timestamptz
);
CREATE INDEX legacy_identity_entity ON legacy_identity (canonical_entity_id);

-- Other names an artist is searched by.
CREATE TABLE artist_alias (
  artist_id integer NOT NULL REFERENCES artist ON DELETE CASCADE,
  source text NOT NULL,
  variant text NOT NULL CHECK (btrim(variant) <> ''),
  confidence real NOT NULL CHECK (confidence BETWEEN 0 AND 1),
  PRIMARY KEY (artist_id, source, variant)
);
CREATE INDEX artist_alias_trigram ON artist_alias USING gin (search_fold(variant) gin_trgm_ops);

-- One row per credited artist per track of a compilation.
CREATE TABLE compilation_track_artist (
  id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  library_id integer NOT NULL REFERENCES library ON DELETE CASCADE,
  artist_name text NOT NULL CHECK (length(artist_name) BETWEEN 1 AND 255),
  track_title text CHECK (length(track_title) <= 255),
  track_position text CHECK (length(track_position) <= 20),
  track_artist_id integer REFERENCES artist ON DELETE SET NULL,
  track_artist_link_confidence real CHECK (track_artist_link_confidence BETWEEN 0 AND 1),
  track_artist_link_method text,
  UNIQUE NULLS NOT DISTINCT (library_id, artist_name, track_title)
);
CREATE INDEX compilation_track_artist_name_trigram
  ON compilation_track_artist USING gin (search_fold(artist_name) gin_trgm_ops);
CREATE INDEX compilation_track_artist_title_trigram
  ON compilation_track_artist USING gin (search_fold(track_title) gin_trgm_ops);

CREATE TABLE show (
  id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  dj_name text NOT NULL CHECK (dj_name <> ''),
  specialty text,
  start_time timestamptz NOT NULL DEFAULT now(),
  end_time timestamptz,
  CHECK (end_time >= start_time)
);

CREATE TABLE rotation (
  id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  library_id integer REFERENCES library ON DELETE SET NULL,
  bin text NOT NULL CHECK (bin IN ('H', 'M', 'L', 'S')),
  add_date date NOT NULL DEFAULT current_date,
  -- May lie ahead: the end is scheduled.
  kill_date date CHECK (kill_date >= add_date),
  artist_name text NOT NULL,
  album_title text NOT NULL,
  label text
);
CREATE INDEX rotation_library ON rotation (library_id, kill_date);

CREATE TABLE flowsheet (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  show_id integer REFERENCES show ON DELETE SET NULL,
  library_id integer REFERENCES library ON DELETE SET NULL,
  rotation_id integer REFERENCES rotation ON DELETE SET NULL,
  entry_type text NOT NULL DEFAULT 'track'
    CHECK (entry_type IN ('track', 'show_start', 'show_end', 'dj_join', 'dj_leave', 'talkset', 'breakpoint', 'message')),
  artist_name text,
  album_title text,
  track_title text,
  label text,
  request_flag boolean NOT NULL DEFAULT false,
  message text,
  add_time timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX flowsheet_show ON flowsheet (show_id, id);
CREATE INDEX flowsheet_library ON flowsheet (library_id) WHERE entry_type = 'track';

CREATE MATERIALIZED VIEW album_plays AS
  SELECT library_id, count(*)::integer AS plays
  FROM flowsheet
  WHERE entry_type = 'track' AND library_id IS NOT NULL
  GROUP BY library_id;
CREATE UNIQUE INDEX album_plays_library ON album_plays (library_id);

-- Rows that people removed: an import does not bring them back.
CREATE TABLE library_delete_denylist (
  import_key text PRIMARY KEY,
  library_id integer NOT NULL,
  reason text,
  actor text NOT NULL,
  deleted_at timestamptz NOT NULL DEFAULT now()
);

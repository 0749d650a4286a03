-- What stood of an artist's source before a person changed it; null where nothing did. Nothing in it changes.
CREATE TABLE artist_identity_history (
  history_id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  artist_id integer NOT NULL,
  source text NOT NULL CHECK (source <> ''),
  external_id text,
  origin text CHECK (origin IN ('staff', 'resolver')),
  superseded_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  superseded_reason text NOT NULL,
  reason_category text NOT NULL CHECK (reason_category IN ('manual', 'revoked')),
  actor text NOT NULL,
  CHECK ((external_id IS NULL) = (origin IS NULL))
);
CREATE INDEX artist_identity_history_artist ON artist_identity_history (artist_id, history_id);
CREATE TRIGGER artist_identity_history_append_only
  BEFORE UPDATE OR DELETE OR TRUNCATE ON artist_identity_history
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

CREATE TABLE reconciliation_log (
  entry_id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  asked_at timestamptz NOT NULL,
  caller text NOT NULL,
  library_id bigint NOT NULL,
  artist_name text NOT NULL,
  album_title text NOT NULL,
  kind text NOT NULL CHECK (kind IN ('single_artist', 'compilation', 'unresolved')),
  method text,
  confidence numeric(4,3),
  unresolved_reason text,
  verdict jsonb NOT NULL,
  resolver_version text NOT NULL,
  snapshot text NOT NULL,
  CHECK ((method IS NULL) = (confidence IS NULL)),
  CONSTRAINT reconciliation_log_band CHECK (
    method IS NULL
    OR (method = 'manual' AND confidence BETWEEN 1 AND 1)
    OR (method = 'cross_source_agreement' AND confidence BETWEEN 0.95 AND 1)
    OR (method = 'exact_match' AND confidence BETWEEN 1 AND 1)
    OR (method = 'name_variation' AND confidence BETWEEN 0.9 AND 0.99)
    OR (method = 'member_group' AND confidence BETWEEN 0.8 AND 0.89)
    OR (method = 'alias_match' AND confidence BETWEEN 0.75 AND 0.84)
    OR (method = 'trigram' AND confidence BETWEEN 0.7 AND 0.95)
    OR (method = 'llm' AND confidence BETWEEN 0.6 AND 0.79)
    OR (method = 'inherited' AND confidence BETWEEN 0 AND 1)
  )
);
CREATE INDEX reconciliation_log_library ON reconciliation_log (library_id, asked_at);
CREATE RULE reconciliation_log_keeps AS ON UPDATE TO reconciliation_log DO INSTEAD NOTHING;

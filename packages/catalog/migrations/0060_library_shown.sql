-- What lists show of a record besides the record: a page looks here once for each of its rows, and nowhere else, whether it was
-- found, was not, waits, or is in the rotation. Each part follows one table and is written by triggers alone, so that none reads
-- what another transaction is writing. Rows here are locked behind theirs: of two tables, `library_attempt` is written first.
CREATE TABLE library_shown (
  library_id integer PRIMARY KEY REFERENCES library ON DELETE CASCADE,
  -- Of `library_identity`; null where there is none.
  identity text,
  -- How the last asking ended: `state|time|reason`; null where there was none.
  ending text,
  waits boolean NOT NULL DEFAULT false,
  -- Entries of the rotation that have not ended, or have since: whoever reads them looks at the day. Null where there is none.
  rotation json
) WITH (fillfactor = 70);

-- How an asking ended, as `presentRecordIdentity` reads it. Immutable by promise, as `show_identity` is.
CREATE FUNCTION show_ending(outcome text, failed_at timestamptz, attempted_at timestamptz, unresolved_reason text)
RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT coalesce(outcome, CASE WHEN failed_at IS NOT NULL THEN 'error' END) || '|'
    || coalesce((to_json(attempted_at AT TIME ZONE 'UTC') #>> '{}') || '+00:00', '') || '|' || coalesce(unresolved_reason, '')
$$;

CREATE FUNCTION show_written_identities() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO library_shown (library_id, identity)
  SELECT library_id, show_identity(
    discogs_master_id, discogs_release_id, musicbrainz_release_group_mbid, musicbrainz_release_mbid, musicbrainz_recording_mbid,
    wikidata_qid, spotify_id, apple_music_id, artist_ids, method, confidence, agreement_sources, conflicts, last_verified_at)
  FROM written ORDER BY library_id
  ON CONFLICT (library_id) DO UPDATE SET identity = excluded.identity;
  RETURN NULL;
END;
$$;
CREATE FUNCTION show_gone_identities() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE library_shown shown SET identity = NULL FROM gone WHERE gone.library_id = shown.library_id;
  RETURN NULL;
END;
$$;
CREATE TRIGGER library_identity_inserted AFTER INSERT ON library_identity REFERENCING NEW TABLE AS written
  FOR EACH STATEMENT EXECUTE FUNCTION show_written_identities();
CREATE TRIGGER library_identity_updated AFTER UPDATE ON library_identity REFERENCING NEW TABLE AS written
  FOR EACH STATEMENT EXECUTE FUNCTION show_written_identities();
CREATE TRIGGER library_identity_deleted AFTER DELETE ON library_identity REFERENCING OLD TABLE AS gone
  FOR EACH STATEMENT EXECUTE FUNCTION show_gone_identities();

-- Most attempts say again what is shown: found, and waited for by nobody.
CREATE FUNCTION show_written_attempts() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO library_shown AS shown (library_id, ending, waits)
  SELECT library_id, show_ending(outcome, failed_at, attempted_at, unresolved_reason), pending_since IS NOT NULL
  FROM written ORDER BY library_id
  ON CONFLICT (library_id) DO UPDATE SET ending = excluded.ending, waits = excluded.waits
    WHERE shown.ending IS DISTINCT FROM excluded.ending OR shown.waits <> excluded.waits;
  RETURN NULL;
END;
$$;
CREATE FUNCTION show_gone_attempts() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE library_shown shown SET ending = NULL, waits = false FROM gone WHERE gone.library_id = shown.library_id;
  RETURN NULL;
END;
$$;
CREATE TRIGGER library_attempt_inserted AFTER INSERT ON library_attempt REFERENCING NEW TABLE AS written
  FOR EACH STATEMENT EXECUTE FUNCTION show_written_attempts();
CREATE TRIGGER library_attempt_updated AFTER UPDATE ON library_attempt REFERENCING NEW TABLE AS written
  FOR EACH STATEMENT EXECUTE FUNCTION show_written_attempts();
CREATE TRIGGER library_attempt_deleted AFTER DELETE ON library_attempt REFERENCING OLD TABLE AS gone
  FOR EACH STATEMENT EXECUTE FUNCTION show_gone_attempts();

CREATE FUNCTION show_rotation() RETURNS trigger LANGUAGE plpgsql AS $$
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
$$;
CREATE TRIGGER rotation_inserted AFTER INSERT ON rotation REFERENCING NEW TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION show_rotation();
CREATE TRIGGER rotation_updated AFTER UPDATE ON rotation REFERENCING OLD TABLE AS before NEW TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION show_rotation();
CREATE TRIGGER rotation_deleted AFTER DELETE ON rotation REFERENCING OLD TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION show_rotation();

INSERT INTO library_shown (library_id, identity, ending, waits)
SELECT l.id, i.shown, show_ending(a.outcome, a.failed_at, a.attempted_at, a.unresolved_reason), coalesce(a.pending_since IS NOT NULL, false)
FROM library l LEFT JOIN library_identity i ON i.library_id = l.id LEFT JOIN library_attempt a ON a.library_id = l.id
WHERE i.library_id IS NOT NULL OR a.library_id IS NOT NULL
ORDER BY l.id;
-- Changes nothing, and the trigger shows it.
UPDATE rotation SET bin = bin WHERE kill_date IS NULL OR kill_date >= current_date;
ALTER TABLE library_identity DROP COLUMN shown;
-- Nobody looks for rows that wait by their id any more.
DROP INDEX library_attempt_waiting;

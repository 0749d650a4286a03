-- Plays stand with the row: ranking thousands of rows reads one table. Counted anew by `refreshPlays`.
ALTER TABLE library ADD COLUMN plays integer NOT NULL DEFAULT 0 CHECK (plays >= 0);
UPDATE library SET plays = counted.plays FROM album_plays counted WHERE counted.library_id = library.id;
DROP MATERIALIZED VIEW album_plays;

-- An identity as lists show it: an array that `presentRecordIdentity` reads. Immutable by promise: times are told in UTC, and the
-- rest is told alike everywhere.
CREATE FUNCTION show_identity(
  discogs_master_id integer, discogs_release_id integer, musicbrainz_release_group_mbid uuid, musicbrainz_release_mbid uuid,
  musicbrainz_recording_mbid uuid, wikidata_qid text, spotify_id text, apple_music_id text, artist_ids jsonb, method text,
  confidence double precision, agreement_sources text, conflicts jsonb, last_verified_at timestamptz
) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT json_build_array(
    method, confidence, (to_json(last_verified_at AT TIME ZONE 'UTC') #>> '{}') || '+00:00', agreement_sources,
    jsonb_array_length(conflicts), artist_ids, discogs_master_id, discogs_release_id, musicbrainz_release_group_mbid,
    musicbrainz_release_mbid, musicbrainz_recording_mbid, wikidata_qid, spotify_id, apple_music_id
  )::text
$$;

-- Written once with the row: a page shows fifty, and to compose them costs more than to find them.
ALTER TABLE library_identity ADD COLUMN shown text NOT NULL GENERATED ALWAYS AS (show_identity(
  discogs_master_id, discogs_release_id, musicbrainz_release_group_mbid, musicbrainz_release_mbid, musicbrainz_recording_mbid,
  wikidata_qid, spotify_id, apple_music_id, artist_ids, method, confidence, agreement_sources, conflicts, last_verified_at
)) STORED;

-- Few wait for an answer at a time, and each row of a page is looked for among them.
CREATE INDEX library_attempt_waiting ON library_attempt (library_id) WHERE pending_since IS NOT NULL;

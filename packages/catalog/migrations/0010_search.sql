-- How a name is compared by its spelling: without the words that thousands share, unless it has no others.
CREATE FUNCTION search_shape(text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
  SELECT coalesce(
    nullif(btrim(regexp_replace(public.search_fold($1), '\m(the|a|an|of|and|in|to|for|my|vol)\M', ' ', 'g'), ' &.-'), ''),
    public.search_fold($1))
$$;

-- Folded once, when a row is written: search compares, sorts and rechecks thousands of them.
ALTER TABLE library
  ADD COLUMN artist_fold text NOT NULL GENERATED ALWAYS AS (search_fold(artist_name)) STORED,
  ADD COLUMN title_fold text NOT NULL GENERATED ALWAYS AS (search_fold(album_title)) STORED,
  ADD COLUMN title_shape text NOT NULL GENERATED ALWAYS AS (search_shape(album_title)) STORED,
  -- Artist and title typed in one go resemble neither alone.
  ADD COLUMN both_shape text NOT NULL GENERATED ALWAYS AS (search_shape(artist_name || ' ' || album_title)) STORED,
  ADD COLUMN alternate_fold text GENERATED ALWAYS AS (search_fold(alternate_artist_name)) STORED;
CREATE INDEX library_by_artist ON library (artist_fold, title_fold, id);
CREATE INDEX library_by_title ON library (title_fold, artist_fold, id);
CREATE INDEX library_by_date ON library (add_date, id);
CREATE INDEX library_modified ON library (last_modified, id);
CREATE INDEX library_year ON library (year);
CREATE INDEX library_genre ON library (genre_id);

-- Misspelt artists are looked for among the artists, which are fewer than their records.
ALTER TABLE artist ADD COLUMN name_shape text NOT NULL GENERATED ALWAYS AS (search_shape(artist_name)) STORED;
CREATE INDEX artist_name_trigram ON artist USING gin (name_shape gin_trgm_ops);
DROP INDEX library_artist_name_trigram;
DROP INDEX library_album_title_trigram;
CREATE INDEX library_title_trigram ON library USING gin (title_shape gin_trgm_ops);
CREATE INDEX library_both_trigram ON library USING gin (both_shape gin_trgm_ops);
CREATE INDEX library_alternate_artist_trigram ON library USING gin (alternate_fold gin_trgm_ops)
  WHERE alternate_fold IS NOT NULL;
ALTER TABLE artist_alias ADD COLUMN variant_fold text NOT NULL GENERATED ALWAYS AS (search_fold(variant)) STORED;
DROP INDEX artist_alias_trigram;
CREATE INDEX artist_alias_trigram ON artist_alias USING gin (variant_fold gin_trgm_ops);

-- Credits are looked for by whole words, of the artist, of the track, or of both.
ALTER TABLE compilation_track_artist ADD COLUMN search_doc tsvector NOT NULL GENERATED ALWAYS AS (
  setweight(to_tsvector('simple', search_fold(artist_name)), 'A')
  || setweight(to_tsvector('simple', search_fold(coalesce(track_title, ''))), 'B')
) STORED;
CREATE INDEX compilation_track_artist_search_doc ON compilation_track_artist USING gin (search_doc);
DROP INDEX compilation_track_artist_name_trigram;
DROP INDEX compilation_track_artist_title_trigram;

-- A word or the words of a phrase in a row, of these weights (none: all). Whatever is typed, it is no syntax.
CREATE FUNCTION search_term(text, weights text) RETURNS tsquery LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
  SELECT to_tsquery('simple'::regconfig,
    '''' || replace(replace(public.search_fold($1), '\', '\\'), '''', '''''') || ''':' || $2)
$$;

-- The review queue looks at the most played rows first.
CREATE INDEX library_by_plays ON library (plays DESC, id);

-- To guess how many names are like another, the planner compares it with every name in the statistics: more work than finding them.
ALTER TABLE library
  ALTER COLUMN title_shape SET STATISTICS 1,
  ALTER COLUMN both_shape SET STATISTICS 1,
  ALTER COLUMN alternate_fold SET STATISTICS 1;
ALTER TABLE artist ALTER COLUMN name_shape SET STATISTICS 1;
ALTER TABLE artist_alias ALTER COLUMN variant_fold SET STATISTICS 1;
ANALYZE library (title_shape, both_shape, alternate_fold);
ANALYZE artist (name_shape);
ANALYZE artist_alias (variant_fold);

-- Few are missing, and whoever looks for them sees them all.
CREATE INDEX library_lost ON library (id) WHERE date_lost IS NOT NULL;

-- One order for all who walk from the most played: a search that ranks nothing, and the review queue.
DROP INDEX library_by_plays;
CREATE INDEX library_by_plays ON library (plays, id);

ALTER TABLE review_decision
  ADD COLUMN reason text,
  -- What the row was when it was decided on: the decision stands while the row is that.
  ADD COLUMN fingerprint text;

CREATE INDEX library_identity_history_refused ON library_identity_history (library_id, superseded_at)
  WHERE reason_category = 'refused';
CREATE INDEX artist_identity_conflict_unsettled ON artist_identity_conflict (library_id) WHERE settled_at IS NULL;

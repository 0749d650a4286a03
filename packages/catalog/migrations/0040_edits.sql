-- The names of the row were changed since its last answer: nothing that stands of it is firm, whoever answers it next.
ALTER TABLE library_attempt ADD COLUMN row_changed boolean NOT NULL DEFAULT false;

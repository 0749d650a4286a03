-- What the station itself says of a row; null where it says nothing.
ALTER TABLE library ADD COLUMN is_compilation boolean;

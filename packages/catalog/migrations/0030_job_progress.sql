-- How far a run came that one worker goes through at a time: the highest id it is done with.
ALTER TABLE job_run ADD COLUMN cursor_id integer;

-- How jobs that open no run last ended.
CREATE TABLE job_heartbeat (
  job text PRIMARY KEY CHECK (job <> ''),
  succeeded_at timestamptz,
  failed_at timestamptz,
  failure text
);

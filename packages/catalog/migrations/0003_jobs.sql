-- Runs of the jobs: what was asked for, how far it came, what it did.
CREATE TABLE job_run (
  run_id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  job text NOT NULL CHECK (job IN ('pull', 'drift', 's1', 'gate', 'override-import')),
  parameters jsonb NOT NULL DEFAULT '{}',
  state text NOT NULL DEFAULT 'running' CHECK (state IN ('running', 'succeeded', 'failed', 'aborted')),
  actor text NOT NULL,
  started_at timestamptz NOT NULL DEFAULT now(),
  -- Moves while the run lives; one that stands still is dead.
  heartbeat_at timestamptz NOT NULL DEFAULT now(),
  finished_at timestamptz,
  report jsonb,
  failure text
);
CREATE INDEX job_run_job ON job_run (job, run_id DESC);

-- A stretch of ids that one worker goes through. Counters and cursor move in the transaction of the writes they count.
CREATE TABLE job_range (
  run_id bigint NOT NULL REFERENCES job_run ON DELETE CASCADE,
  range_no integer NOT NULL,
  cohort text NOT NULL,
  first_id integer NOT NULL,
  last_id integer NOT NULL,
  -- The highest id that is done with.
  cursor_id integer NOT NULL,
  state text NOT NULL DEFAULT 'waiting' CHECK (state IN ('waiting', 'working', 'done', 'failed')),
  worker text,
  claimed_at timestamptz,
  counters jsonb NOT NULL DEFAULT '{}',
  failure text,
  PRIMARY KEY (run_id, range_no)
);

-- What a drift run found at one row. Only rows that differ, and the counts in the run's report.
CREATE TABLE identity_drift (
  run_id bigint NOT NULL REFERENCES job_run ON DELETE CASCADE,
  library_id integer NOT NULL REFERENCES library ON DELETE CASCADE,
  class text NOT NULL,
  stratum text NOT NULL,
  stored jsonb NOT NULL,
  fresh jsonb NOT NULL,
  PRIMARY KEY (run_id, library_id)
);
CREATE INDEX identity_drift_library ON identity_drift (library_id, run_id DESC);

-- What a reviewer said of a row without overriding it; it leaves the queue until its verdict changes.
CREATE TABLE review_decision (
  library_id integer PRIMARY KEY REFERENCES library ON DELETE CASCADE,
  decision text NOT NULL CHECK (decision IN ('accepted', 'overridden', 'skipped')),
  actor text NOT NULL,
  decided_at timestamptz NOT NULL DEFAULT now(),
  -- A skip wears off.
  until timestamptz
);

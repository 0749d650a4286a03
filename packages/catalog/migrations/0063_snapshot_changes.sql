-- Rows are asked about again where a change of the resolver's snapshot touches them.
DO $$
DECLARE unknown integer;
BEGIN
  SELECT count(*) INTO unknown FROM job_run WHERE job NOT IN ('pull', 'drift', 's1', 'gate', 'override-import', 'changed');
  IF unknown > 0 THEN RAISE EXCEPTION '% runs are of a job that there is not', unknown; END IF;
END $$;
ALTER TABLE job_run DROP CONSTRAINT job_run_job_check;
ALTER TABLE job_run ADD CONSTRAINT job_run_job_check
  CHECK (job IN ('pull', 'drift', 's1', 'gate', 'override-import', 'changed'));
-- The latest snapshot of which is known that it changes nothing for the row; null where that is the one of its answer.
ALTER TABLE library_attempt ADD COLUMN unchanged_through text;

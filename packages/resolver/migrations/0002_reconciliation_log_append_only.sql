DROP RULE reconciliation_log_keeps ON reconciliation_log;

CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% is append-only: % refused', TG_TABLE_NAME, TG_OP USING ERRCODE = 'restrict_violation';
END;
$$;

CREATE TRIGGER reconciliation_log_append_only
  BEFORE UPDATE OR DELETE OR TRUNCATE ON reconciliation_log
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

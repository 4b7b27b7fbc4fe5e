-- A sentence keeps its latest check alone, which says of which words it is: those of which moment. Until now clocks were compared.

DELETE FROM value_checks WHERE EXISTS (
    SELECT 1 FROM value_checks later WHERE later.statement_id = value_checks.statement_id
      AND (later.checked_at > value_checks.checked_at OR later.checked_at = value_checks.checked_at AND later.id > value_checks.id));

-- When the sentence was changed whose words were checked; 0 where they are no longer there.
ALTER TABLE value_checks ADD COLUMN statement_at BIGINT NOT NULL DEFAULT 0;
UPDATE value_checks SET statement_at = COALESCE(
    (SELECT s.changed_at FROM value_statements s WHERE s.id = value_checks.statement_id AND s.changed_at <= value_checks.checked_at), 0);

DROP INDEX value_checks_by_statement;
CREATE UNIQUE INDEX value_checks_by_statement ON value_checks (statement_id);

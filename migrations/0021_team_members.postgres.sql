-- As for SQLite.

ALTER TABLE people ADD COLUMN learns_until BIGINT NOT NULL DEFAULT 0;
ALTER TABLE people ADD COLUMN away TEXT NOT NULL DEFAULT '';
ALTER TABLE assignments ADD COLUMN in_team_id TEXT REFERENCES teams (id);

UPDATE people SET
    learns_until = COALESCE((SELECT MAX(COALESCE(ends_at, 9223372036854775807)) FROM grants WHERE person_id = people.id AND role = 'learner'), 0),
    away = COALESCE((SELECT string_agg(concat_ws(' ', first_day, last_day), ',') FROM absences WHERE person_id = people.id), '');
UPDATE assignments SET in_team_id = COALESCE(team_id, (SELECT team_id FROM people WHERE id = person_id));
CREATE INDEX assignments_in_team ON assignments (in_team_id, due_on);

-- The person's row is held first: of two who write at the same time, the second one finds what the first has written.
CREATE FUNCTION keep_learns_until() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE person TEXT := CASE WHEN TG_OP = 'DELETE' THEN OLD.person_id ELSE NEW.person_id END;
BEGIN
    PERFORM 1 FROM people WHERE id = person FOR NO KEY UPDATE;
    UPDATE people SET learns_until = COALESCE((SELECT MAX(COALESCE(ends_at, 9223372036854775807)) FROM grants WHERE person_id = person AND role = 'learner'), 0)
    WHERE id = person;
    RETURN NULL;
END $$;
CREATE TRIGGER grants_changed AFTER INSERT OR UPDATE OR DELETE ON grants FOR EACH ROW EXECUTE FUNCTION keep_learns_until();

CREATE FUNCTION keep_away() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE person TEXT := CASE WHEN TG_OP = 'DELETE' THEN OLD.person_id ELSE NEW.person_id END;
BEGIN
    PERFORM 1 FROM people WHERE id = person FOR NO KEY UPDATE;
    UPDATE people SET away = COALESCE((SELECT string_agg(concat_ws(' ', first_day, last_day), ',') FROM absences WHERE person_id = person), '')
    WHERE id = person;
    RETURN NULL;
END $$;
CREATE TRIGGER absences_changed AFTER INSERT OR UPDATE OR DELETE ON absences FOR EACH ROW EXECUTE FUNCTION keep_away();

CREATE FUNCTION keep_in_team() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    NEW.in_team_id := COALESCE(NEW.team_id, (SELECT team_id FROM people WHERE id = NEW.person_id));
    RETURN NEW;
END $$;
CREATE TRIGGER assignments_inserted BEFORE INSERT ON assignments FOR EACH ROW EXECUTE FUNCTION keep_in_team();

CREATE FUNCTION move_assignments() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    UPDATE assignments SET in_team_id = NEW.team_id WHERE person_id = NEW.id;
    RETURN NULL;
END $$;
CREATE TRIGGER people_moved AFTER UPDATE OF team_id ON people FOR EACH ROW WHEN (NEW.team_id <> OLD.team_id) EXECUTE FUNCTION move_assignments();

ANALYZE people;
ANALYZE assignments;

-- What a team's page and Today ask of each person stands with the person, and what somebody is asked for alone with their team. Kept by the
-- database itself, because several rooms write roles and absences.

-- Until when somebody is meant to learn, in UTC milliseconds; 0 for whoever is not.
ALTER TABLE people ADD COLUMN learns_until BIGINT NOT NULL DEFAULT 0;
-- `FIRST LAST` of each absence, with commas between them.
ALTER TABLE people ADD COLUMN away TEXT NOT NULL DEFAULT '';
-- The team, or the one that the person is in now.
ALTER TABLE assignments ADD COLUMN in_team_id TEXT REFERENCES teams (id);

UPDATE people SET
    learns_until = COALESCE((SELECT MAX(COALESCE(ends_at, 9223372036854775807)) FROM grants WHERE person_id = people.id AND role = 'learner'), 0),
    away = COALESCE((SELECT string_agg(concat_ws(' ', first_day, last_day), ',') FROM absences WHERE person_id = people.id), '');
UPDATE assignments SET in_team_id = COALESCE(team_id, (SELECT team_id FROM people WHERE id = person_id));
CREATE INDEX assignments_in_team ON assignments (in_team_id, due_on);

CREATE TRIGGER grants_inserted AFTER INSERT ON grants BEGIN
    UPDATE people SET learns_until = COALESCE((SELECT MAX(COALESCE(ends_at, 9223372036854775807)) FROM grants WHERE person_id = people.id AND role = 'learner'), 0) WHERE id = NEW.person_id;
END;
CREATE TRIGGER grants_updated AFTER UPDATE ON grants BEGIN
    UPDATE people SET learns_until = COALESCE((SELECT MAX(COALESCE(ends_at, 9223372036854775807)) FROM grants WHERE person_id = people.id AND role = 'learner'), 0) WHERE id = NEW.person_id;
END;
CREATE TRIGGER grants_deleted AFTER DELETE ON grants BEGIN
    UPDATE people SET learns_until = COALESCE((SELECT MAX(COALESCE(ends_at, 9223372036854775807)) FROM grants WHERE person_id = people.id AND role = 'learner'), 0) WHERE id = OLD.person_id;
END;

CREATE TRIGGER absences_inserted AFTER INSERT ON absences BEGIN
    UPDATE people SET away = COALESCE((SELECT string_agg(concat_ws(' ', first_day, last_day), ',') FROM absences WHERE person_id = people.id), '') WHERE id = NEW.person_id;
END;
CREATE TRIGGER absences_updated AFTER UPDATE ON absences BEGIN
    UPDATE people SET away = COALESCE((SELECT string_agg(concat_ws(' ', first_day, last_day), ',') FROM absences WHERE person_id = people.id), '') WHERE id = NEW.person_id;
END;
CREATE TRIGGER absences_deleted AFTER DELETE ON absences BEGIN
    UPDATE people SET away = COALESCE((SELECT string_agg(concat_ws(' ', first_day, last_day), ',') FROM absences WHERE person_id = people.id), '') WHERE id = OLD.person_id;
END;

CREATE TRIGGER assignments_inserted AFTER INSERT ON assignments BEGIN
    UPDATE assignments SET in_team_id = COALESCE(NEW.team_id, (SELECT team_id FROM people WHERE id = NEW.person_id)) WHERE id = NEW.id;
END;
CREATE TRIGGER people_moved AFTER UPDATE OF team_id ON people WHEN NEW.team_id <> OLD.team_id BEGIN
    UPDATE assignments SET in_team_id = NEW.team_id WHERE person_id = NEW.id;
END;

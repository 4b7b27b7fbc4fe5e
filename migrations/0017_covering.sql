-- What every request asks of grants and absences stands in the index itself.

DROP INDEX grants_by_person;
CREATE INDEX grants_by_person ON grants (person_id, role, ends_at, team_id, site_id);
DROP INDEX absences_by_person;
CREATE INDEX absences_by_person ON absences (person_id, first_day, last_day);

-- Kinds of drills are the program's list, not the schema's; and an event may hold what a person wrote, blanks included: events of an attempt
-- are divided by U+001E.
ALTER TABLE content_versions DROP CONSTRAINT content_versions_kind_check;

UPDATE attempts SET events = REPLACE(events, ' ', '');

-- What attempts and answers say about competencies, once each: what "my competencies" follows from. `source` names the attempt, check or
-- review; a score is a percentage.
CREATE TABLE evidence (
    person_id TEXT NOT NULL REFERENCES people (id),
    source TEXT NOT NULL,
    competency TEXT NOT NULL,
    item TEXT NOT NULL,
    score BIGINT NOT NULL CHECK (score BETWEEN 0 AND 100),
    at BIGINT NOT NULL,
    PRIMARY KEY (person_id, source, competency)
);

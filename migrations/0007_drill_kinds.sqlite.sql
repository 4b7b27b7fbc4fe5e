-- Kinds of drills are the program's list, not the schema's; and an event may hold what a person wrote, blanks included: events of an attempt
-- are divided by U+001E. SQLite rebuilds a table to lose a CHECK; attempts refer to it all the while.
PRAGMA defer_foreign_keys = ON;

CREATE TABLE kept_versions AS SELECT version, kind, item, body, created_at FROM content_versions;
DROP TABLE content_versions;
CREATE TABLE content_versions (
    version TEXT PRIMARY KEY,
    kind TEXT NOT NULL,
    item TEXT NOT NULL,
    body TEXT NOT NULL,
    created_at BIGINT NOT NULL
);
INSERT INTO content_versions SELECT version, kind, item, body, created_at FROM kept_versions;
DROP TABLE kept_versions;

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

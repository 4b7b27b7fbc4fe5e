-- What coaches ask for, and what leaders see of it.

CREATE TABLE assignments (
    id TEXT PRIMARY KEY,
    created_by TEXT NOT NULL REFERENCES people (id),
    -- One of the two: a whole team, whoever is in it, or one person.
    team_id TEXT REFERENCES teams (id),
    person_id TEXT REFERENCES people (id),
    kind TEXT NOT NULL CHECK (kind IN ('drill', 'module', 'path')),
    item TEXT NOT NULL,
    due_on TEXT NOT NULL,
    note TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    changed_at BIGINT NOT NULL,
    withdrawn_at BIGINT,
    CHECK ((team_id IS NULL) <> (person_id IS NULL))
);
CREATE INDEX assignments_by_team ON assignments (team_id, due_on);
CREATE INDEX assignments_by_person ON assignments (person_id, due_on);

-- A closed week's figures per team, written once and never changed.
CREATE TABLE closed_weeks (
    week TEXT PRIMARY KEY,
    closed_at BIGINT NOT NULL
);

CREATE TABLE uptake (
    week TEXT NOT NULL REFERENCES closed_weeks (week),
    team_id TEXT NOT NULL REFERENCES teams (id),
    site_id TEXT NOT NULL REFERENCES sites (id),
    people BIGINT NOT NULL,
    active BIGINT NOT NULL,
    minutes BIGINT NOT NULL,
    -- Assignments that fell due in the week, person by person; how many people they were asked of; how many were done by its end.
    due BIGINT NOT NULL,
    asked BIGINT NOT NULL,
    done BIGINT NOT NULL,
    PRIMARY KEY (week, team_id)
);

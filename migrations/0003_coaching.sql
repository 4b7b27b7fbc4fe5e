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

-- Weeks whose figures are published. The minimum size of a group is kept with them: with another one later, differences would tell too much.
CREATE TABLE closed_weeks (
    week TEXT PRIMARY KEY,
    closed_at BIGINT NOT NULL,
    minimum_group BIGINT NOT NULL
);

-- What is published of a closed week, written once and never changed; NULL is withheld.
CREATE TABLE uptake (
    week TEXT NOT NULL REFERENCES closed_weeks (week),
    level TEXT NOT NULL CHECK (level IN ('organisation', 'site', 'team')),
    -- A team's or site's id, or 'organisation'.
    group_id TEXT NOT NULL,
    -- The site of a site or team.
    site_id TEXT REFERENCES sites (id),
    people BIGINT,
    -- Percent of people who practised.
    reach BIGINT,
    -- Percent done of what was due, person by person.
    completion BIGINT,
    -- Of an active person, on average.
    minutes BIGINT,
    PRIMARY KEY (week, level, group_id)
);
CREATE INDEX uptake_by_group ON uptake (level, group_id, week);
CREATE INDEX uptake_by_site ON uptake (week, level, site_id);

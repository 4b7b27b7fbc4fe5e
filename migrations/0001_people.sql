-- Who is here, who may do what, and how one signs in.
-- Ids are TEXT, times BIGINT (UTC milliseconds), days TEXT (YYYY-MM-DD), flags BIGINT 0/1; *_key columns are made in Rust for sorting and matching.

CREATE TABLE organisation (
    key TEXT PRIMARY KEY,
    value TEXT NOT NULL
);

CREATE TABLE sites (
    id TEXT PRIMARY KEY,
    name TEXT NOT NULL,
    name_key TEXT NOT NULL UNIQUE,
    time_zone TEXT NOT NULL,
    region TEXT NOT NULL CHECK (region IN ('DE', 'AT', 'CH', 'other')),
    is_active BIGINT NOT NULL DEFAULT 1 CHECK (is_active IN (0, 1))
);

CREATE TABLE teams (
    id TEXT PRIMARY KEY,
    site_id TEXT NOT NULL REFERENCES sites (id),
    name TEXT NOT NULL,
    name_key TEXT NOT NULL,
    is_active BIGINT NOT NULL DEFAULT 1 CHECK (is_active IN (0, 1)),
    UNIQUE (site_id, name_key)
);

CREATE TABLE people (
    id TEXT PRIMARY KEY,
    sign_in_name TEXT NOT NULL,
    sign_in_key TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL,
    name_key TEXT NOT NULL,
    team_id TEXT NOT NULL REFERENCES teams (id),
    -- NULL until the first one-time code has been used.
    password_hash TEXT,
    -- 'de' or 'en' by the person's choice; NULL: the browser decides.
    language TEXT CHECK (language IN ('de', 'en')),
    is_active BIGINT NOT NULL DEFAULT 1 CHECK (is_active IN (0, 1)),
    created_at BIGINT NOT NULL
);
CREATE INDEX people_by_name ON people (name_key, id);
CREATE INDEX people_by_team ON people (team_id, name_key);

-- A grant bounds a role by team or site; by neither it holds everywhere.
CREATE TABLE grants (
    id TEXT PRIMARY KEY,
    person_id TEXT NOT NULL REFERENCES people (id),
    role TEXT NOT NULL CHECK (role IN ('learner', 'coach', 'leader', 'admin')),
    team_id TEXT REFERENCES teams (id),
    site_id TEXT REFERENCES sites (id),
    granted_by TEXT REFERENCES people (id),
    granted_at BIGINT NOT NULL,
    ends_at BIGINT,
    CHECK (team_id IS NULL OR site_id IS NULL)
);
CREATE INDEX grants_by_person ON grants (person_id);

-- Which teams a grant reaches: what every Scope is joined with. CROSS JOIN lets SQLite begin with the few grants of a person.
CREATE VIEW granted_teams AS
SELECT g.person_id, g.role, t.id AS team_id, COALESCE(g.ends_at, 9223372036854775807) AS ends_at
FROM grants g
CROSS JOIN teams t
WHERE t.id = g.team_id OR t.site_id = g.site_id OR (g.team_id IS NULL AND g.site_id IS NULL);

CREATE TABLE absences (
    id TEXT PRIMARY KEY,
    person_id TEXT NOT NULL REFERENCES people (id),
    first_day TEXT NOT NULL,
    last_day TEXT NOT NULL,
    CHECK (first_day <= last_day)
);
CREATE INDEX absences_by_person ON absences (person_id, first_day);

CREATE TABLE sessions (
    token_hash TEXT PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    person_id TEXT NOT NULL REFERENCES people (id),
    created_at BIGINT NOT NULL,
    seen_at BIGINT NOT NULL,
    expires_at BIGINT NOT NULL,
    -- Signed in with a one-time code: a new password comes first.
    must_renew BIGINT NOT NULL CHECK (must_renew IN (0, 1)),
    -- The kind of browser ("Firefox, Android"), so that people recognise their own sign-ins.
    agent TEXT NOT NULL
);
CREATE INDEX sessions_by_person ON sessions (person_id);
CREATE INDEX sessions_by_expiry ON sessions (expires_at);

CREATE TABLE sign_in_failures (
    account_key TEXT NOT NULL,
    address TEXT NOT NULL,
    failures BIGINT NOT NULL,
    last_at BIGINT NOT NULL,
    PRIMARY KEY (account_key, address)
);

CREATE TABLE one_time_codes (
    person_id TEXT PRIMARY KEY REFERENCES people (id),
    code_hash TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    expires_at BIGINT NOT NULL,
    created_by TEXT REFERENCES people (id)
);

-- What a person is told at the next page, until they have seen it.
CREATE TABLE notices (
    id TEXT PRIMARY KEY,
    person_id TEXT NOT NULL REFERENCES people (id),
    kind TEXT NOT NULL,
    at BIGINT NOT NULL,
    seen_at BIGINT
);
CREATE INDEX notices_by_person ON notices (person_id, seen_at);

CREATE TABLE audit_log (
    id TEXT PRIMARY KEY,
    at BIGINT NOT NULL,
    actor_id TEXT,
    action TEXT NOT NULL,
    subject_id TEXT,
    detail TEXT NOT NULL DEFAULT ''
);
CREATE INDEX audit_log_by_time ON audit_log (at, id);

-- Errors and entered values on their way back to a form; deleted when read.
CREATE TABLE flashes (
    id TEXT PRIMARY KEY,
    owner TEXT NOT NULL,
    body TEXT NOT NULL,
    created_at BIGINT NOT NULL
);

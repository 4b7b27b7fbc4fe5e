-- SQLite keeps a table in the order of its hidden row number and the primary key in a second tree beside it. These tables are read and
-- written by their key, person by person: kept in its order, what one page of a person needs lies together, and a step writes one tree less.

CREATE TABLE sessions_by_key (
    token_hash TEXT PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    person_id TEXT NOT NULL REFERENCES people (id),
    created_at BIGINT NOT NULL,
    seen_at BIGINT NOT NULL,
    expires_at BIGINT NOT NULL,
    must_renew BIGINT NOT NULL CHECK (must_renew IN (0, 1)),
    agent TEXT NOT NULL
) WITHOUT ROWID;
INSERT INTO sessions_by_key SELECT token_hash, id, person_id, created_at, seen_at, expires_at, must_renew, agent FROM sessions ORDER BY token_hash;
DROP TABLE sessions;
ALTER TABLE sessions_by_key RENAME TO sessions;
CREATE INDEX sessions_by_person ON sessions (person_id);
CREATE INDEX sessions_by_expiry ON sessions (expires_at);

CREATE TABLE steps_by_key (
    attempt_id TEXT NOT NULL REFERENCES attempts (id),
    number BIGINT NOT NULL,
    event TEXT NOT NULL,
    at BIGINT NOT NULL,
    PRIMARY KEY (attempt_id, number)
) WITHOUT ROWID;
INSERT INTO steps_by_key SELECT attempt_id, number, event, at FROM steps ORDER BY attempt_id, number;
DROP TABLE steps;
ALTER TABLE steps_by_key RENAME TO steps;

CREATE TABLE lesson_progress_by_key (
    person_id TEXT NOT NULL REFERENCES people (id),
    item TEXT NOT NULL,
    version TEXT NOT NULL REFERENCES content_versions (version),
    step BIGINT NOT NULL,
    furthest BIGINT NOT NULL,
    changed_at BIGINT NOT NULL,
    done_at BIGINT,
    PRIMARY KEY (person_id, item)
) WITHOUT ROWID;
INSERT INTO lesson_progress_by_key SELECT person_id, item, version, step, furthest, changed_at, done_at FROM lesson_progress ORDER BY person_id, item;
DROP TABLE lesson_progress;
ALTER TABLE lesson_progress_by_key RENAME TO lesson_progress;

CREATE TABLE check_answers_by_key (
    person_id TEXT NOT NULL REFERENCES people (id),
    item TEXT NOT NULL,
    check_id TEXT NOT NULL,
    version TEXT NOT NULL REFERENCES content_versions (version),
    choices TEXT NOT NULL,
    is_right BIGINT NOT NULL CHECK (is_right IN (0, 1)),
    answered_at BIGINT NOT NULL,
    first_right BIGINT NOT NULL DEFAULT 0 CHECK (first_right IN (0, 1)),
    PRIMARY KEY (person_id, item, check_id)
) WITHOUT ROWID;
INSERT INTO check_answers_by_key SELECT person_id, item, check_id, version, choices, is_right, answered_at, first_right FROM check_answers ORDER BY person_id, item, check_id;
DROP TABLE check_answers;
ALTER TABLE check_answers_by_key RENAME TO check_answers;

CREATE TABLE weekly_activity_by_key (
    person_id TEXT NOT NULL REFERENCES people (id),
    week TEXT NOT NULL,
    millis BIGINT NOT NULL,
    last_at BIGINT NOT NULL,
    PRIMARY KEY (person_id, week)
) WITHOUT ROWID;
INSERT INTO weekly_activity_by_key SELECT person_id, week, millis, last_at FROM weekly_activity ORDER BY person_id, week;
DROP TABLE weekly_activity;
ALTER TABLE weekly_activity_by_key RENAME TO weekly_activity;
CREATE INDEX weekly_activity_by_week ON weekly_activity (week);

CREATE TABLE completions_by_key (
    person_id TEXT NOT NULL REFERENCES people (id),
    kind TEXT NOT NULL CHECK (kind IN ('lesson', 'drill', 'module', 'path')),
    item TEXT NOT NULL,
    done_at BIGINT NOT NULL,
    PRIMARY KEY (person_id, kind, item)
) WITHOUT ROWID;
INSERT INTO completions_by_key SELECT person_id, kind, item, done_at FROM completions ORDER BY person_id, kind, item;
DROP TABLE completions;
ALTER TABLE completions_by_key RENAME TO completions;

CREATE TABLE recall_states_by_key (
    person_id TEXT NOT NULL REFERENCES people (id),
    card TEXT NOT NULL,
    reviews BIGINT NOT NULL,
    stability BIGINT NOT NULL,
    difficulty BIGINT NOT NULL,
    reviewed_at BIGINT NOT NULL,
    due_on TEXT NOT NULL,
    PRIMARY KEY (person_id, card)
) WITHOUT ROWID;
INSERT INTO recall_states_by_key SELECT person_id, card, reviews, stability, difficulty, reviewed_at, due_on FROM recall_states ORDER BY person_id, card;
DROP TABLE recall_states;
ALTER TABLE recall_states_by_key RENAME TO recall_states;

CREATE TABLE evidence_by_key (
    person_id TEXT NOT NULL REFERENCES people (id),
    source TEXT NOT NULL,
    competency TEXT NOT NULL,
    item TEXT NOT NULL,
    score BIGINT NOT NULL CHECK (score BETWEEN 0 AND 100),
    at BIGINT NOT NULL,
    PRIMARY KEY (person_id, source, competency)
) WITHOUT ROWID;
INSERT INTO evidence_by_key SELECT person_id, source, competency, item, score, at FROM evidence ORDER BY person_id, source, competency;
DROP TABLE evidence;
ALTER TABLE evidence_by_key RENAME TO evidence;

CREATE TABLE uptake_by_key (
    week TEXT NOT NULL REFERENCES closed_weeks (week),
    level TEXT NOT NULL CHECK (level IN ('organisation', 'site', 'team')),
    group_id TEXT NOT NULL,
    site_id TEXT REFERENCES sites (id),
    people BIGINT,
    reach BIGINT,
    completion BIGINT,
    minutes BIGINT,
    PRIMARY KEY (week, level, group_id)
) WITHOUT ROWID;
INSERT INTO uptake_by_key SELECT week, level, group_id, site_id, people, reach, completion, minutes FROM uptake ORDER BY week, level, group_id;
DROP TABLE uptake;
ALTER TABLE uptake_by_key RENAME TO uptake;
CREATE INDEX uptake_by_group ON uptake (level, group_id, week);
CREATE INDEX uptake_by_site ON uptake (week, level, site_id);

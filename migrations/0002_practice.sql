-- What people learn and practise. `item` is 'module/lesson', 'module/drill', a module or a path; `version` a content version.

CREATE TABLE content_versions (
    version TEXT PRIMARY KEY,
    kind TEXT NOT NULL CHECK (kind IN ('lesson', 'dialogue')),
    item TEXT NOT NULL,
    body TEXT NOT NULL,
    created_at BIGINT NOT NULL
);

CREATE TABLE attempts (
    id TEXT PRIMARY KEY,
    person_id TEXT NOT NULL REFERENCES people (id),
    item TEXT NOT NULL,
    version TEXT NOT NULL REFERENCES content_versions (version),
    started_at BIGINT NOT NULL,
    last_number BIGINT NOT NULL,
    -- All events so far, derived from the steps: one row shows or resumes an attempt.
    events TEXT NOT NULL,
    last_at BIGINT NOT NULL,
    ended_at BIGINT,
    ending TEXT
);
CREATE INDEX attempts_by_person ON attempts (person_id, started_at);

-- Append-only events of an attempt.
CREATE TABLE steps (
    attempt_id TEXT NOT NULL REFERENCES attempts (id),
    number BIGINT NOT NULL,
    event TEXT NOT NULL,
    at BIGINT NOT NULL,
    PRIMARY KEY (attempt_id, number)
);

CREATE TABLE lesson_progress (
    person_id TEXT NOT NULL REFERENCES people (id),
    item TEXT NOT NULL,
    version TEXT NOT NULL REFERENCES content_versions (version),
    step BIGINT NOT NULL,
    furthest BIGINT NOT NULL,
    changed_at BIGINT NOT NULL,
    done_at BIGINT,
    PRIMARY KEY (person_id, item)
);

CREATE TABLE check_answers (
    person_id TEXT NOT NULL REFERENCES people (id),
    item TEXT NOT NULL,
    check_id TEXT NOT NULL,
    version TEXT NOT NULL REFERENCES content_versions (version),
    -- Chosen options by position, as JSON.
    choices TEXT NOT NULL,
    is_right BIGINT NOT NULL CHECK (is_right IN (0, 1)),
    answered_at BIGINT NOT NULL,
    PRIMARY KEY (person_id, item, check_id)
);

CREATE TABLE reflections (
    person_id TEXT NOT NULL REFERENCES people (id),
    item TEXT NOT NULL,
    reflection_id TEXT NOT NULL,
    text TEXT NOT NULL,
    changed_at BIGINT NOT NULL,
    PRIMARY KEY (person_id, item, reflection_id)
);

-- Derived with every recorded thing: a week is named by its Monday at the person's site.
CREATE TABLE weekly_activity (
    person_id TEXT NOT NULL REFERENCES people (id),
    week TEXT NOT NULL,
    millis BIGINT NOT NULL,
    last_at BIGINT NOT NULL,
    PRIMARY KEY (person_id, week)
);
CREATE INDEX weekly_activity_by_week ON weekly_activity (week);

-- Derived: what a person has finished, and when first.
CREATE TABLE completions (
    person_id TEXT NOT NULL REFERENCES people (id),
    kind TEXT NOT NULL CHECK (kind IN ('lesson', 'drill', 'module', 'path')),
    item TEXT NOT NULL,
    done_at BIGINT NOT NULL,
    PRIMARY KEY (person_id, kind, item)
);

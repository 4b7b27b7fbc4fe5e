-- What people mean to try with a real customer, and what came of it. Private to the person.

CREATE TABLE intentions (
    -- Made with the form.
    id TEXT PRIMARY KEY,
    person_id TEXT NOT NULL REFERENCES people (id),
    -- Where it came from: a module, 'module/drill' of a field practice, or nothing.
    item TEXT NOT NULL,
    text TEXT NOT NULL,
    day TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    -- NULL until the person says how it went.
    outcome TEXT CHECK (outcome IN ('worked', 'partly', 'not-yet', 'let-go')),
    answered_at BIGINT,
    note TEXT NOT NULL,
    -- What stopped the person; emptied when it is handed in.
    obstacle TEXT NOT NULL,
    -- How often it was changed: a form that was filled in before another change is told apart from one sent twice.
    revision BIGINT NOT NULL
);
CREATE INDEX intentions_by_person ON intentions (person_id, day);

-- What stopped people, handed in without a name. A row must not lead to anybody: no person, no team, no moment, an id that says nothing.
-- What is published is written anew in the order of the ids, all of it with the same week.
CREATE TABLE obstacles (
    id TEXT PRIMARY KEY,
    site_id TEXT NOT NULL REFERENCES sites (id),
    -- In which it was handed in; once published, the last week of those published together.
    week TEXT NOT NULL,
    text TEXT NOT NULL,
    is_published BIGINT NOT NULL CHECK (is_published IN (0, 1))
);
CREATE INDEX obstacles_by_site ON obstacles (site_id, is_published, week);

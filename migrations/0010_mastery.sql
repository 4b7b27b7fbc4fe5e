-- What competencies follow from, and modules whose checks were taken before anything was read.

-- Whether the first answer was right; later ones were given with the explanations read.
ALTER TABLE check_answers ADD COLUMN first_right BIGINT NOT NULL DEFAULT 0 CHECK (first_right IN (0, 1));
UPDATE check_answers SET first_right = is_right;

-- Once for a person and module. The id is made with the form; `answers` holds what was answered in which versions, as JSON.
CREATE TABLE test_outs (
    id TEXT PRIMARY KEY,
    person_id TEXT NOT NULL REFERENCES people (id),
    module TEXT NOT NULL,
    answers TEXT NOT NULL,
    at BIGINT NOT NULL,
    UNIQUE (person_id, module)
);

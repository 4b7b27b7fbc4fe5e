-- All that a person has finished in one text, because most pages ask for all of it: kind, item and moment of each completion, strung together
-- (U+001F between them, U+001E between completions). Written with the completion, which comes once.

CREATE TABLE finished (
    person_id TEXT PRIMARY KEY REFERENCES people (id),
    items TEXT NOT NULL
);
INSERT INTO finished (person_id, items)
SELECT person_id, group_concat(kind || char(31) || item || char(31) || done_at, char(30)) FROM completions GROUP BY person_id;

-- Lessons that are open, or were read lately: Today asks for them among all that were ever read.
CREATE INDEX lesson_progress_lately ON lesson_progress (person_id, (CASE WHEN done_at IS NULL THEN 9223372036854775807 ELSE changed_at END));

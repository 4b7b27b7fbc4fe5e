-- As for SQLite.

CREATE TABLE assignment_completions (
    assignment_id TEXT NOT NULL REFERENCES assignments (id),
    person_id TEXT NOT NULL REFERENCES people (id),
    done_at BIGINT NOT NULL,
    PRIMARY KEY (assignment_id, person_id) INCLUDE (done_at)
);
INSERT INTO assignment_completions (assignment_id, person_id, done_at)
SELECT a.id, c.person_id, c.done_at
FROM completions c JOIN people p ON p.id = c.person_id
JOIN assignments a ON a.team_id = p.team_id AND a.kind = c.kind AND a.item = c.item
UNION ALL
SELECT a.id, c.person_id, c.done_at
FROM assignments a JOIN completions c ON c.person_id = a.person_id AND c.kind = a.kind AND c.item = a.item;

-- Until it knows how many there are, it reads all of them for each team.
ANALYZE assignment_completions;

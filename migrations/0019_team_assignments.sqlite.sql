-- All that a team is asked for in one text, because everybody in it reads all of it with Today: id, kind, item, due date, note, moment and coach's
-- name of each assignment that is not withdrawn, strung together (U+001F between them, U+001E between assignments). Written with the assignments.

CREATE TABLE team_assignments (
    team_id TEXT PRIMARY KEY REFERENCES teams (id),
    assignments TEXT NOT NULL
);
INSERT INTO team_assignments (team_id, assignments)
SELECT a.team_id, group_concat(a.id || char(31) || a.kind || char(31) || a.item || char(31) || a.due_on || char(31) || a.note || char(31) || a.created_at || char(31) || coach.name, char(30))
FROM assignments a JOIN people coach ON coach.id = a.created_by
WHERE a.withdrawn_at IS NULL AND a.team_id IS NOT NULL GROUP BY a.team_id;

-- Whose texts a coach's name stands in.
CREATE INDEX assignments_by_coach ON assignments (created_by, team_id);

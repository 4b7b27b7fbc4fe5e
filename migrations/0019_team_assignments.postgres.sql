-- As for SQLite.

CREATE TABLE team_assignments (
    team_id TEXT PRIMARY KEY REFERENCES teams (id),
    assignments TEXT NOT NULL
);
INSERT INTO team_assignments (team_id, assignments)
SELECT a.team_id, string_agg(a.id || chr(31) || a.kind || chr(31) || a.item || chr(31) || a.due_on || chr(31) || a.note || chr(31) || a.created_at || chr(31) || coach.name, chr(30))
FROM assignments a JOIN people coach ON coach.id = a.created_by
WHERE a.withdrawn_at IS NULL AND a.team_id IS NOT NULL GROUP BY a.team_id;

-- Whose texts a coach's name stands in.
CREATE INDEX assignments_by_coach ON assignments (created_by, team_id);

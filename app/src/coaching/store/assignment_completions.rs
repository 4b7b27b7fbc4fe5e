//! Who has finished what was assigned, by assignment. A team's page asks for a few assignments of many people, and what these have finished
//! lies far apart: each in their own place in `completions`.

use crate::{
    error::Result,
    storage::{Connection, Engine},
};

/// What has come about, and may make an assignment and a completion meet.
#[derive(Clone, Copy, Debug)]
pub enum Meeting<'a> {
    /// This was assigned.
    Assigned(&'a str),
    /// This person has come into a team.
    Joined(&'a str),
    /// This person has finished something: its kind and item.
    Finished(&'a str, &'a str, &'a str),
}

/// Withdrawn ones, too: their own page still tells. Who leaves a team stays in it, and is shown to nobody.
macro_rules! write_where {
    ($condition:literal) => {
        concat!(
            "INSERT INTO assignment_completions (assignment_id, person_id, done_at)
             SELECT a.id, c.person_id, c.done_at
             FROM completions c JOIN people p ON p.id = c.person_id
             JOIN assignments a ON a.team_id = p.team_id AND a.kind = c.kind AND a.item = c.item
             WHERE ",
            $condition,
            " UNION ALL
             SELECT a.id, c.person_id, c.done_at
             FROM assignments a JOIN completions c ON c.person_id = a.person_id AND c.kind = a.kind AND c.item = a.item
             WHERE ",
            $condition,
            " ON CONFLICT (assignment_id, person_id) DO NOTHING"
        )
    };
}

/// Belongs to everything that makes them meet.
pub async fn write_assignment_completions(tx: &mut Connection, meeting: Meeting<'_>) -> Result<()> {
    let written = match meeting {
        Meeting::Assigned(id) => sqlx::query(write_where!("a.id = $1")).bind(id),
        Meeting::Joined(person) => sqlx::query(write_where!("c.person_id = $1")).bind(person),
        Meeting::Finished(person, kind, item) => {
            let written = sqlx::query(write_where!("c.person_id = $1 AND c.kind = $2 AND c.item = $3"));
            written.bind(person).bind(kind).bind(item)
        }
    };
    written.execute(tx).await?;
    Ok(())
}

/// For whoever assigns or moves people, before they write of it: waits until what others are just finishing, assigning or moving is committed, and
/// lets them wait until this is. So what comes at the same time still meets: of two, the second one finds the first. Nobody finishes anything
/// meanwhile; whoever also needs [`hold_team_assignments`](super::hold_team_assignments) takes it after this.
pub async fn hold_completions(engine: Engine, tx: &mut Connection) -> Result<()> {
    // SQLite has one writer at a time.
    if engine == Engine::Postgres {
        sqlx::query("LOCK TABLE completions IN SHARE ROW EXCLUSIVE MODE").execute(tx).await?;
    }
    Ok(())
}

//! What a team is asked for, once more in one text: everybody in it reads all of it whenever they open Today, which is far more often than
//! anything of it changes.

use super::own::strung_assignments;
use crate::{
    error::Result,
    storage::{Connection, Engine},
};

/// Teams by what concerns them.
#[derive(Clone, Copy, Debug)]
pub enum Teams<'a> {
    /// The one with this id.
    One(&'a str),
    /// Whatever this person has asked anything of: their name stands in the text.
    AskedBy(&'a str),
}

/// All that the person `p` was asked for with the team, strung together as [`own_assignments`](super::own_assignments) is.
macro_rules! team_assignments {
    () => {
        "(SELECT assignments FROM team_assignments WHERE team_id = p.team_id)"
    };
}
pub(crate) use team_assignments;

/// Of a team of which all is withdrawn, nothing is left.
macro_rules! statements {
    ($which:literal) => {
        [
            concat!("DELETE FROM team_assignments WHERE team_id ", $which),
            concat!(
                "INSERT INTO team_assignments (team_id, assignments) SELECT a.team_id, ",
                strung_assignments!(),
                " AND a.team_id ",
                $which,
                " GROUP BY a.team_id"
            ),
        ]
    };
}

/// For whoever assigns, changes, withdraws or renames, before they write of it: one after another, each finds what the one before has written.
/// Nobody who practises waits for it.
pub async fn hold_team_assignments(engine: Engine, tx: &mut Connection) -> Result<()> {
    // SQLite has one writer at a time.
    if engine == Engine::Postgres {
        sqlx::query("LOCK TABLE team_assignments IN SHARE ROW EXCLUSIVE MODE").execute(tx).await?;
    }
    Ok(())
}

/// Writes the texts anew: belongs to everything that writes assignments to teams, or names, and [`hold_team_assignments`] before it.
pub async fn write_team_assignments(tx: &mut Connection, teams: Teams<'_>) -> Result<()> {
    let (statements, id) = match teams {
        Teams::One(id) => (statements!("= $1"), id),
        Teams::AskedBy(id) => (statements!("IN (SELECT team_id FROM assignments WHERE created_by = $1)"), id),
    };
    for statement in statements {
        sqlx::query(statement).bind(id).execute(&mut *tx).await?;
    }
    Ok(())
}

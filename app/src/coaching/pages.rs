//! A coach's teams, one team, and the forms to assign something and to change it.

mod asking;
mod changing;
mod matrix;
mod team;
mod teams;

pub use asking::show_new_assignment;
pub use changing::show_assignment;
pub use team::{read_ahead, show_team};
pub use teams::show_teams;

use super::model::{Team, What, Whom};
use crate::{activity::model::Kind, language::Language};

/// The message that names the kind of thing.
fn kind_key(what: &What) -> &'static str {
    match what.kind {
        Kind::Path => "assign-kind-path",
        Kind::Module => "assign-kind-module",
        Kind::Drill | Kind::Lesson => "assign-kind-drill",
    }
}

/// Who is asked, in words: the whole team, or a name.
fn whom_in_words(t: Language, team: &Team, whom: &Whom) -> String {
    let name = whom.person_id().and_then(|id| team.members.iter().find(|member| member.id == id));
    name.map_or_else(|| t.t("assign-whole-team").into_owned(), |member| member.name.clone())
}

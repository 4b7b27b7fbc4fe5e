//! Assigning, changing, withdrawing.

use chrono::NaiveDate;
use leptos::prelude::*;
use uuid::Uuid;

use super::{
    model::{NewAssignment, What, Whom, due_fault, note_fault},
    store,
};
use crate::{
    access::{Actor, Role},
    activity::model::day_of,
    error::{Error, Result},
    language::plain_text,
    library::Library,
    routes::to,
    storage::Flash,
    visit::{Visit, act},
};

/// Asks a team or one person of it for something. `assignment` is made with the form, so that a form sent twice counts once.
#[server(prefix = "/api", endpoint = "coaching/create-assignment")]
pub async fn create_assignment(
    form: String,
    assignment: String,
    team: String,
    #[server(default)] whom: String,
    #[server(default)] what: String,
    #[server(default)] due: String,
    #[server(default)] note: String,
) -> Result<(), ServerFnError> {
    act(async |visit: Visit| {
        let actor = visit.actor()?;
        let permit = actor.permit_coaching()?;
        let id = Uuid::parse_str(&assignment).map_err(|_| Error::BadRequest)?.to_string();
        let draft = Draft { whom, what, due, note };
        match draft.read(&visit.library(), today(&visit, actor)) {
            Ok((whom, what, due, note)) => {
                let new = NewAssignment { id, team_id: team, whom, what, due, note };
                store::create_assignment(visit.db(), &permit, &new, visit.now).await?;
                Ok(to::team(&new.team_id).with("done", "assigned"))
            }
            Err(flash) => visit.back_to(to::new_assignment(&team), &form, &flash).await,
        }
    })
    .await
}

/// Changes due date and note.
#[server(prefix = "/api", endpoint = "coaching/change-assignment")]
pub async fn change_assignment(
    form: String,
    team: String,
    assignment: String,
    #[server(default)] due: String,
    #[server(default)] note: String,
) -> Result<(), ServerFnError> {
    act(async |visit: Visit| {
        let actor = visit.actor()?;
        let permit = actor.permit_coaching()?;
        let scope = actor.scope(Role::Coach)?;
        let (_, stored) = store::find_assignment(visit.db().read(), &scope, &team, &assignment, visit.now).await?;
        match read_changes(&due, &note, Some(stored.due), today(&visit, actor)) {
            Ok((due, note)) => {
                store::change_assignment(visit.db(), &permit, (&team, &assignment), (due, &note), visit.now).await?;
                Ok(to::team(&team).with("done", "changed"))
            }
            Err(flash) => visit.back_to(to::assignment(&team, &assignment), &form, &flash).await,
        }
    })
    .await
}

/// Takes an assignment back; it stays withdrawn.
#[server(prefix = "/api", endpoint = "coaching/withdraw-assignment")]
pub async fn withdraw_assignment(team: String, assignment: String) -> Result<(), ServerFnError> {
    act(async |visit: Visit| {
        let permit = visit.actor()?.permit_coaching()?;
        store::withdraw_assignment(visit.db(), &permit, (&team, &assignment), visit.now).await?;
        Ok(to::team(&team).with("done", "withdrawn"))
    })
    .await
}

/// The day where the coach is.
fn today(visit: &Visit, coach: &Actor) -> NaiveDate {
    day_of(visit.now, &coach.time_zone)
}

/// A new assignment as it was typed.
struct Draft {
    whom: String,
    what: String,
    due: String,
    note: String,
}

impl Draft {
    /// What it asks for, or the way back with everything that was typed.
    fn read(self, library: &Library, today: NaiveDate) -> Result<(Whom, What, NaiveDate, String), Flash> {
        let whom = Whom::from_field(&self.whom);
        let what = What::from_field(library, &self.what);
        let changes = read_changes(&self.due, &self.note, None, today);
        let mut flash = match (whom, what, changes) {
            (Some(whom), Some(what), Ok((due, note))) => return Ok((whom, what, due, note)),
            (whom, what, changes) => {
                let mut flash = changes.err().unwrap_or_default();
                if whom.is_none() {
                    flash.refuse("whom", "assign-whom-missing");
                }
                if what.is_none() {
                    flash.refuse("what", "assign-what-missing");
                }
                flash
            }
        };
        let typed = [("whom", self.whom), ("what", self.what), ("due", self.due), ("note", self.note)];
        flash.values.extend(typed.map(|(name, value)| (name.to_owned(), value)));
        Err(flash)
    }
}

/// Due date and note; the due date may stay as it `was`.
fn read_changes(due: &str, note: &str, was: Option<NaiveDate>, today: NaiveDate) -> Result<(NaiveDate, String), Flash> {
    let (day, plain) = (due.parse().ok(), plain_text(note));
    let mut flash = Flash::default();
    if let Some(fault) = due_fault(day, was, today) {
        flash.refuse("due", fault);
    }
    if let Some(fault) = note_fault(&plain) {
        flash.refuse("note", fault);
    }
    match day {
        Some(day) if flash.is_empty() => Ok((day, plain)),
        _ => {
            flash.values.extend([("due".to_owned(), due.to_owned()), ("note".to_owned(), note.to_owned())]);
            Err(flash)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_refused_draft_comes_back_as_it_was_typed() {
        let today = NaiveDate::from_ymd_opt(2026, 11, 21).unwrap();
        let note = "Für alle. ".repeat(60);
        let draft = Draft { whom: "team".into(), what: String::new(), due: "2026-11-20".into(), note: note.clone() };
        let flash = draft.read(&Library::default(), today).unwrap_err();
        let fields: Vec<_> = flash.errors.keys().map(String::as_str).collect();
        assert_eq!(fields, ["due", "note", "what"]);
        assert_eq!(
            [flash.value("whom"), flash.value("due"), flash.value("note")],
            [Some("team"), Some("2026-11-20"), Some(note.as_str())]
        );
    }

    #[test]
    fn changes_may_keep_a_due_date_that_has_passed() {
        let today = NaiveDate::from_ymd_opt(2026, 11, 21).unwrap();
        let was = NaiveDate::from_ymd_opt(2026, 11, 1);
        assert_eq!(read_changes("2026-11-01", "a\r\nb", was, today), Ok((was.unwrap(), "a\nb".to_owned())));
        assert!(read_changes("2026-11-02", "", was, today).is_err());
        assert!(read_changes("gestern", "", was, today).is_err());
    }
}

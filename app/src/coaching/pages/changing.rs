//! One assignment: change its due date and note, or withdraw it.

use leptos::{prelude::*, server_fn::ServerFn, tachys::view::any_view::AnyView};
use uuid::Uuid;

use super::{asking::due_and_note, kind_key, whom_in_words};
use crate::{
    access::Role,
    activity::model::day_of,
    coaching::{
        actions::{ChangeAssignment, WithdrawAssignment},
        model::{Assignment, Team},
        store::find_assignment,
    },
    error::Result,
    routes::to,
    storage::Flash,
    ui::{Form, Page, Width, hidden, notice},
    visit::Visit,
};

pub async fn show_assignment(visit: Visit) -> Result<Page> {
    let scope = visit.actor()?.scope(Role::Coach)?;
    let (team, id, db) = (visit.param("team")?, visit.param("assignment")?, visit.db().read());
    let (team, assignment) = find_assignment(db, &scope, &team, &id, visit.now).await?;
    let flash = visit.flash().await?;
    let (t, library) = (visit.language, visit.library());
    let title = assignment.what.title(&library, t.locale).to_owned();
    let rest = match assignment.withdrawn_at {
        Some(at) => withdrawn(&visit, &team, at),
        None => forms(&visit, &team, &assignment, &flash),
    };
    let body = view! { {head(&visit, &team, &assignment, title.clone())} {rest} };
    Ok(Page::new(title, Width::Reading, body))
}

fn head(visit: &Visit, team: &Team, assignment: &Assignment, title: String) -> AnyView {
    let t = visit.language;
    let today = day_of(visit.now, &team.time_zone);
    let (done, asked) = assignment.count_done(team, today);
    let whom = whom_in_words(t, team, &assignment.whom);
    let lead = assignment.withdrawn_at.is_none().then(|| {
        let values = [("whom", whom.into()), ("done", done.into()), ("asked", asked.into())];
        view! { <p class="lead">{t.with("assign-lead", &values)}</p> }
    });
    let day = t.day(assignment.assigned_on);
    let by = t.with(
        "assign-by",
        &[
            ("kind", t.t(kind_key(&assignment.what)).into()),
            ("day", day.into()),
            ("coach", assignment.coach.clone().into()),
        ],
    );
    view! {
        <div class="head">
            <p class="kicker"><a href=to::team(&team.id).into_string()>{team.name.clone()}</a></p>
            <h1>{title}</h1>
            {lead}
        </div>
        <p class="meta">{by}</p>
    }
    .into_any()
}

/// What was withdrawn stays withdrawn: nothing is left to do here.
fn withdrawn(visit: &Visit, team: &Team, at: i64) -> AnyView {
    let t = visit.language;
    let day = t.day(day_of(at, &team.time_zone));
    notice(t.with("assign-withdrawn-on", &[("day", day.into())]))
}

fn forms(visit: &Visit, team: &Team, assignment: &Assignment, flash: &Flash) -> AnyView {
    let t = visit.language;
    let form = Form { language: t, flash };
    let ids = || view! { {hidden("team", team.id.clone())} {hidden("assignment", assignment.id.clone())} };
    view! {
        {form.error_summary()}
        <form method="post" action=ChangeAssignment::PATH>
            {hidden("form", Uuid::new_v4().to_string())}
            {ids()}
            {due_and_note(&form, assignment.due.to_string(), assignment.note.clone())}
            <div class="actions">
                <button class="primary">{t.t("assign-save")}</button>
                <a href=to::team(&team.id).into_string()>{t.t("assign-cancel")}</a>
            </div>
        </form>
        <section aria-labelledby="withdraw">
            <h2 id="withdraw">{t.t("assign-withdraw")}</h2>
            <p>{t.t("assign-withdraw-text")}</p>
            <form method="post" action=WithdrawAssignment::PATH>{ids()}<button>{t.t("assign-withdraw")}</button></form>
        </section>
    }
    .into_any()
}

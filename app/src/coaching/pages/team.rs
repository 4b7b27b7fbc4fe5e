//! One team: what it was asked for, and who has done it.

use chrono::{Days, NaiveDate};
use leptos::{prelude::*, tachys::view::any_view::AnyView};

use super::{kind_key, matrix::matrix, whom_in_words};
use crate::{
    access::Role,
    activity::model::day_of,
    coaching::{
        model::{Assignment, Team, order},
        store::{ask_for_team, read_team},
    },
    error::{Error, Result},
    language::{Language, count},
    library::Library,
    people::store::ReadAhead,
    routes::to,
    ui::{Page, Width, notice},
    visit::Visit,
};

/// What was due within so many days is shown with what is open; older things on request.
const RECENT: u64 = 28;

/// A team with what is shown of its assignments is read with the session.
pub fn read_ahead(path: &str, query: &str, now: i64) -> Option<ReadAhead> {
    let id = path.strip_prefix("/teams/").filter(|id| !id.contains('/'))?;
    // Nobody's day begins earlier than a day before.
    let recent = due_from(day_of(now, "UTC").pred_opt().unwrap_or_default());
    Some(ask_for_team(id, if query.contains(OLDER) { NaiveDate::default() } else { recent }))
}

const OLDER: &str = "older";

fn due_from(today: NaiveDate) -> NaiveDate {
    today.checked_sub_days(Days::new(RECENT)).unwrap_or_default()
}

pub async fn show_team(visit: Visit) -> Result<Page> {
    let actor = visit.actor()?;
    let id = visit.param("team")?;
    let (team, mut assignments) = read_team(visit.found()?, &actor.scope(Role::Coach)?)?;
    if team.id != id {
        return Err(Error::NotFound);
    }
    let shows_all = visit.query(OLDER).is_some();
    let recent = due_from(day_of(visit.now, &actor.time_zone));
    assignments.retain(|assignment| shows_all || assignment.due >= recent);
    let today = day_of(visit.now, &team.time_zone);
    order(&mut assignments, today);
    let (t, library) = (visit.language, visit.library());
    let page = TeamView { t, library: &library, team: &team, assignments: &assignments, today };
    let older = (!shows_all).then(|| {
        view! { <p><a href=to::team(&id).with(OLDER, "1").into_string()>{t.t("coach-show-older")}</a></p> }
    });
    let body = view! {
        {page.head()}
        {done_notice(&visit)}
        <p><a class="button primary" href=to::new_assignment(&id).into_string()>{t.t("assign")}</a></p>
        {page.assigned()}
        {older}
        {matrix(&page)}
    };
    Ok(Page::new(team.name.clone(), Width::Full, body))
}

/// Says what an action before this page has done.
fn done_notice(visit: &Visit) -> Option<AnyView> {
    let message = match visit.query("done")?.as_str() {
        "assigned" => "assign-done-assigned",
        "changed" => "assign-done-changed",
        "withdrawn" => "assign-done-withdrawn",
        _ => return None,
    };
    Some(notice(visit.language.t(message)))
}

/// What the parts of the page are made from.
pub struct TeamView<'a> {
    pub t: Language,
    pub library: &'a Library,
    pub team: &'a Team,
    /// In reading order.
    pub assignments: &'a [Assignment],
    pub today: NaiveDate,
}

impl TeamView<'_> {
    fn head(&self) -> AnyView {
        let (t, team) = (self.t, self.team);
        let people = t.with("coach-people", &[("people", count(team.members.len()))]);
        let site = t.with("coach-site", &[("site", team.site.clone().into())]);
        view! {
            <div class="head">
                <p class="kicker"><a href=to::teams().into_string()>{t.t("coach-teams")}</a></p>
                <h1>{team.name.clone()}</h1>
                <p class="lead">{format!("{people}, {site}")}</p>
            </div>
        }
        .into_any()
    }

    /// The table of assignments.
    fn assigned(&self) -> AnyView {
        let t = self.t;
        let table = if self.assignments.is_empty() {
            view! { <p>{t.t("coach-nothing-assigned")}</p> }.into_any()
        } else {
            let rows = self.assignments.iter().map(|assignment| self.row(assignment));
            view! {
                <table class="stack">
                    <thead><tr>
                        <th scope="col">{t.t("assign-what")}</th>
                        <th scope="col">{t.t("assign-whom")}</th>
                        <th scope="col">{t.t("assign-due")}</th>
                        <th scope="col" class="num">{t.t("coach-done")}</th>
                        <th scope="col">{t.t("assign-change")}</th>
                    </tr></thead>
                    <tbody>{rows.collect_view()}</tbody>
                </table>
            }
            .into_any()
        };
        view! { <section aria-labelledby="assigned"><h2 id="assigned">{t.t("coach-assigned")}</h2>{table}</section> }
            .into_any()
    }

    fn row(&self, assignment: &Assignment) -> AnyView {
        let (t, team) = (self.t, self.team);
        let title = self.title(assignment);
        let (done, asked) = assignment.count_done(team, self.today);
        let share = t.with("coach-done-of", &[("done", done.into()), ("asked", asked.into())]);
        let label = t.with("assign-change-label", &[("title", title.clone().into())]);
        let change = to::assignment(&team.id, &assignment.id).into_string();
        view! {
            <tr>
                <th scope="row">{title} " " <span class="meta">{t.t(kind_key(&assignment.what))}</span></th>
                <td data-label=t.t("assign-whom")>{whom_in_words(t, team, &assignment.whom)}</td>
                <td data-label=t.t("assign-due")>{self.due(assignment, done < asked)}</td>
                <td data-label=t.t("coach-done") class="num">{share}</td>
                <td><a href=change aria-label=label>{t.t("assign-change")}</a></td>
            </tr>
        }
        .into_any()
    }

    /// `bis …`, or `war bis … gedacht` once the day is past and somebody still has it before them.
    fn due(&self, assignment: &Assignment, is_left: bool) -> AnyView {
        let day = self.t.day(assignment.due);
        if assignment.is_past(self.today) && is_left {
            view! { <span class="late">{self.t.with("assign-was-until", &[("day", day.into())])}</span> }.into_any()
        } else {
            self.t.with("assign-until", &[("day", day.into())]).into_any()
        }
    }

    pub fn title(&self, assignment: &Assignment) -> String {
        assignment.what.title(self.library, self.t.locale).to_owned()
    }
}

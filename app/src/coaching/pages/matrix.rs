//! Who has done what: person by assignment, done or not, and when. Nothing else of practice is for coaches.

use html_escape::encode_double_quoted_attribute as text;
use leptos::{prelude::*, tachys::view::any_view::AnyView};

use super::team::TeamView;
use crate::coaching::model::{Absence, Assignment, Done, Member, Standing};

/// The people of the team, and where each stands with each assignment.
pub fn matrix(page: &TeamView) -> AnyView {
    let t = page.t;
    if page.team.members.is_empty() {
        return view! { <p>{t.t("coach-nobody")}</p> }.into_any();
    }
    let titles: Vec<_> = page.assignments.iter().map(|assignment| page.title(assignment)).collect();
    let heads = titles.iter().map(|title| view! { <th scope="col">{title.clone()}</th> });
    let rows = page.team.members.iter().fold(String::new(), |rows, member| rows + &row(page, &titles, member));
    view! {
        <section>
            <h2 id="people">{t.t("coach-who-did-what")}</h2>
            <p class="meta">{t.t("coach-who-did-what-text")}</p>
            <section class="matrix" aria-labelledby="people" tabindex="0">
                <table class="stack">
                    <thead><tr><th scope="col">{t.t("coach-person")}</th>{heads.collect_view()}</tr></thead>
                    <tbody inner_html=rows></tbody>
                </table>
            </section>
        </section>
    }
    .into_any()
}

/// As text: there are hundreds of cells, and each as a view of its own made the page take a quarter longer.
fn row(page: &TeamView, titles: &[String], member: &Member) -> String {
    let mut row = format!("<tr><th scope=\"row\">{}", text(&member.name));
    for absence in member.absences.iter().filter(|(_, last)| *last >= page.today) {
        row += &format!("<p class=\"meta\">{}</p>", text(&absence_in_words(page, *absence)));
    }
    row += "</th>";
    for (assignment, title) in page.assignments.iter().zip(titles) {
        let standing = assignment.standing(member, page.today);
        let (class, words) = standing_in_words(page, assignment, standing);
        row += &format!("<td class=\"{class}\" data-label=\"{}\">{}</td>", text(title), text(&words));
    }
    row + "</tr>"
}

fn absence_in_words(page: &TeamView, (first, last): Absence) -> String {
    let t = page.t;
    let last = t.day(last);
    if first <= page.today {
        t.with("coach-absent-until", &[("last", last.into())])
    } else {
        t.with("coach-absent-from", &[("first", t.day(first).into()), ("last", last.into())])
    }
}

/// The class and the words of a cell.
fn standing_in_words(page: &TeamView, assignment: &Assignment, standing: Option<Standing>) -> (&'static str, String) {
    let t = page.t;
    let with_day = |key, day| t.with(key, &[("day", t.day(day).into())]);
    match standing {
        None => ("meta", t.t("coach-not-asked").into_owned()),
        Some(Standing::Done(Done::On(day))) => ("done", with_day("coach-done-on", day)),
        Some(Standing::Done(Done::Already)) => ("done", t.t("coach-done-already").into_owned()),
        Some(Standing::OpenUntil(day)) if day == assignment.due => ("meta", t.t("coach-not-yet").into_owned()),
        Some(Standing::OpenUntil(day)) => ("meta", with_day("coach-not-yet-until", day)),
        Some(Standing::Late(day)) => ("late", with_day("coach-not-yet-late", day)),
    }
}

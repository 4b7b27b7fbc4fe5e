//! The list of people, with a search.

use leptos::{prelude::*, tachys::view::any_view::AnyView};

use super::{
    model::{PAGE, Search, State},
    pages::team_options,
    store::{Row, count_people, list_people},
};
use crate::{
    access::Role,
    activity::model::day_of,
    admin::{
        pages::{admin_tabs, done_notice},
        sites::store::{TeamChoice, list_teams},
    },
    error::Result,
    language::Language,
    routes::{Url, to},
    storage::Flash,
    ui::{Control, Form, Page, Width, page_of, pages_nav},
    visit::Visit,
};

pub async fn show_people(visit: Visit) -> Result<Page> {
    let actor = visit.actor()?;
    let scope = actor.scope(Role::Admin)?;
    let search = Search::read(&visit);
    let db = visit.db().read();
    let total = count_people(db, &scope, &search, visit.now).await?;
    let (number, pages) = page_of(visit.query("page"), total, PAGE);
    let today = day_of(visit.now, &actor.time_zone).to_string();
    let rows = list_people(db, &scope, &search, number, (visit.now, &today)).await?;
    let teams = list_teams(db, &scope, visit.now).await?;
    let t = visit.language;
    let body = view! {
        <div class="head"><h1>{t.t("admin-people")}</h1></div>
        {admin_tabs(&visit, &to::admin_people())}
        {done_notice(&visit)}
        {filters(t, &search, &teams)}
        {table(t, &rows, (number, total))}
        {pages_nav(t, &address(&search), number, pages)}
    };
    Ok(Page::new(t.t("admin-people"), Width::Full, body))
}

/// The address of a search, without the page.
fn address(search: &Search) -> Url {
    let values = [("q", &search.words), ("site", &search.site), ("team", &search.team)];
    let given = values.into_iter().filter(|(_, value)| !value.is_empty());
    let url = given.fold(to::admin_people(), |url, (name, value)| url.with(name, value));
    if search.state == State::default() { url } else { url.with("state", search.state.id()) }
}

fn filters(t: Language, search: &Search, teams: &[TeamChoice]) -> AnyView {
    let flash = Flash::default();
    let form = Form { language: t, flash: &flash };
    let everywhere = || (String::new(), vec![(String::new(), t.t("admin-any").into_owned())]);
    let mut sites: Vec<(String, String)> =
        teams.iter().map(|team| (team.site_id.clone(), team.site_name.clone())).collect();
    sites.dedup();
    let sites = vec![everywhere(), (String::new(), sites)];
    let teams = std::iter::once(everywhere()).chain(team_options(teams, "")).collect();
    let states =
        State::ALL.map(|state| (state.id().to_owned(), t.t(&format!("admin-state-{}", state.id())).into_owned()));
    let states = vec![(String::new(), states.into())];
    let control = |name, label, value: &str| Control { name, label, value: value.to_owned(), ..Control::default() };
    view! {
        <form class="filters" method="get" action=to::admin_people().into_string() role="search">
            {form.input(Control { kind: "search", max_length: Some(200), ..control("q", "admin-search", &search.words) })}
            {form.select(control("site", "admin-site", &search.site), sites)}
            {form.select(control("team", "admin-team", &search.team), teams)}
            {form.select(control("state", "admin-state", search.state.id()), states)}
            <button>{t.t("admin-search-go")}</button>
            <a class="button primary" href=to::admin_new_person().into_string()>{t.t("admin-new-person")}</a>
        </form>
    }
    .into_any()
}

fn table(t: Language, rows: &[Row], (page, total): (i64, i64)) -> AnyView {
    if rows.is_empty() {
        return view! { <p>{t.t("admin-nobody-found")}</p> }.into_any();
    }
    let first = (page - 1) * PAGE + 1;
    let last = first - 1 + i64::try_from(rows.len()).unwrap_or(PAGE);
    let [first, last, number] = [first, last, total].map(|number| t.number(number));
    let caption = [("count", total.into()), ("number", number.into()), ("first", first.into()), ("last", last.into())];
    let heads = ["admin-name", "admin-team", "admin-site", "admin-roles", "admin-state"];
    view! {
        <table class="stack">
            <caption>{t.with("admin-people-count", &caption)}</caption>
            <thead><tr>{heads.map(|key| view! { <th scope="col">{t.t(key)}</th> }).collect_view()}</tr></thead>
            <tbody>{rows.iter().map(|row| line(t, row)).collect_view()}</tbody>
        </table>
    }
    .into_any()
}

fn line(t: Language, row: &Row) -> AnyView {
    let roles: Vec<_> = row.roles.iter().map(|role| t.t(&format!("admin-does-{}", role.id()))).collect();
    let state = match (row.is_active, row.away_until.as_ref().and_then(|day| day.parse().ok())) {
        (false, _) => t.t("admin-is-inactive").into_owned(),
        (true, Some(day)) => t.with("admin-away-until", &[("day", t.day(day).into())]),
        (true, None) => String::new(),
    };
    view! {
        <tr>
            <th scope="row"><a href=to::admin_person(&row.id).into_string()>{row.name.clone()}</a></th>
            <td>{row.team.clone()}</td><td>{row.site.clone()}</td><td>{roles.join(", ")}</td><td>{state}</td>
        </tr>
    }
    .into_any()
}

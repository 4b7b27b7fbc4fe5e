//! The audit log, newest first.

use leptos::{prelude::*, tachys::view::any_view::AnyView};

use super::{
    model::{Detail, PAGE, read_detail},
    store::{Entry, count_entries, list_entries},
};
use crate::{
    access::{Permit, Role},
    admin::{model::Bound, pages::admin_tabs, people::grants::pages::bound_name},
    error::Result,
    language::Language,
    routes::to,
    ui::{Page, Width, page_of, pages_nav},
    visit::Visit,
};

pub async fn show_audit_log(visit: Visit) -> Result<Page> {
    let actor = visit.actor()?;
    let scope = actor.scope(Role::Admin)?;
    let db = visit.db().read();
    let total = count_entries(db, &scope, visit.now).await?;
    let (number, pages) = page_of(visit.query("page"), total, PAGE);
    let entries = list_entries(db, &scope, number, visit.now).await?;
    let t = visit.language;
    let heads = ["audit-what", "audit-whom", "audit-detail", "audit-who", "audit-when"];
    let table = if entries.is_empty() {
        view! { <p>{t.t("audit-empty")}</p> }.into_any()
    } else {
        view! {
            <table class="stack">
                <caption>{t.with("audit-count", &[("count", total.into()), ("number", t.number(total).into())])}</caption>
                <thead><tr>{heads.map(|key| view! { <th scope="col">{t.t(key)}</th> }).collect_view()}</tr></thead>
                <tbody>{entries.iter().map(|entry| line(t, &actor.time_zone, entry)).collect_view()}</tbody>
            </table>
        }
        .into_any()
    };
    let body = view! {
        <div class="head"><h1>{t.t("admin-audit-log")}</h1><p class="lead">{t.t("audit-lead")}</p></div>
        {admin_tabs(&visit, &to::admin_audit_log())}
        {table}
        {pages_nav(t, &to::admin_audit_log(), number, pages)}
    };
    Ok(Page::new(t.t("admin-audit-log"), Width::Full, body))
}

fn line(t: Language, zone: &str, entry: &Entry) -> AnyView {
    let key = format!("audit-{}", entry.action);
    let action = if t.knows(&key) { t.t(&key) } else { entry.action.clone().into() };
    let is_operator = entry.actor_id.as_deref() == Some(Permit::operator().person_id());
    let who = match &entry.actor {
        Some(name) => name.clone(),
        None if is_operator => t.t("audit-operator").into_owned(),
        None => t.t("audit-unknown").into_owned(),
    };
    let cells = [
        ("audit-whom", entry.subject.clone().unwrap_or_default()),
        ("audit-detail", detail(t, entry)),
        ("audit-who", who),
        ("audit-when", t.moment(entry.at, zone)),
    ];
    let cells = cells.map(|(label, text)| view! { <td data-label=t.t(label)>{text}</td> });
    view! { <tr><th scope="row">{action}</th>{cells.collect_view()}</tr> }.into_any()
}

fn detail(t: Language, entry: &Entry) -> String {
    match read_detail(&entry.action, &entry.detail) {
        Detail::Grant { role, bound, name } => {
            let Some(role) = Role::from_id(role) else { return entry.detail.clone() };
            let bound = match bound {
                "team" => Bound::from_ids(Some(String::new()), None),
                "site" => Bound::Site(String::new()),
                _ => Bound::Everything,
            };
            format!("{}, {}", t.t(&format!("admin-does-{}", role.id())), bound_name(t, role, &bound, name))
        }
        Detail::Import { created, changed } => {
            let [created, changed] = [created, changed].map(|count| t.number(count));
            t.with("audit-import-counts", &[("created", created.into()), ("changed", changed.into())])
        }
        Detail::CommonCard => t.t("card-common").into_owned(),
        Detail::Plain(text) => text.to_owned(),
    }
}

//! "Who sees what": the visibility table as a page, for everybody, before sign-in too.

use leptos::prelude::*;

use super::visibility::{KINDS, Kind};
use crate::{
    error::Result,
    language::Language,
    ui::{Page, Width},
    visit::Visit,
};

pub async fn show_who_sees_what(visit: Visit) -> Result<Page> {
    let t = visit.language;
    let columns = ["sees-person", "sees-coach", "sees-leader", "sees-admin", "data-kept"];
    let heads = columns.map(|key| view! { <th scope="col">{t.t(key)}</th> });
    let body = view! {
        <div class="head">
            <h1>{t.t("who-sees-what")}</h1>
            <p class="lead">{t.t("who-sees-what-lead")}</p>
        </div>
        <table class="stack">
            <caption>{t.t("who-sees-what-caption")}</caption>
            <thead><tr><th scope="col">{t.t("data-kind")}</th>{heads.collect_view()}</tr></thead>
            <tbody>{KINDS.iter().map(|kind| row(t, kind)).collect_view()}</tbody>
        </table>
        <p>{t.t("who-sees-what-groups")}</p>
        <p>{t.t("who-sees-what-admin")}</p>
    };
    Ok(Page::new(t.t("who-sees-what"), Width::Full, body))
}

fn row(t: Language, kind: &Kind) -> impl IntoView + use<> {
    let name = format!("data-{}", kind.id);
    let cells = [
        ("sees-person", t.t(kind.person.message())),
        ("sees-coach", t.t(kind.coach.message())),
        ("sees-leader", t.t(kind.leader.message())),
        ("sees-admin", t.t(kind.admin.message())),
        ("data-kept", t.t(&format!("{name}-kept"))),
    ];
    let cells = cells.map(|(label, text)| view! { <td data-label=t.t(label)>{text}</td> });
    view! {
        <tr>
            <th scope="row">{t.t(&name)}<p class="hint">{t.t(&format!("{name}-purpose"))}</p></th>
            {cells.collect_view()}
        </tr>
    }
}

//! All cards, and whose they are.

use leptos::{prelude::*, tachys::view::any_view::AnyView};

use super::job;
use crate::{
    access::Role,
    admin::pages::{admin_tabs, done_notice, may_write_for_all, written_by_others},
    decision_cards::{
        model::COMMON,
        store::{Holder, Kept, list_cards, list_holders},
    },
    error::Result,
    language::{Language, count},
    routes::to,
    ui::{Page, Width},
    visit::Visit,
};

/// So many holders of a card are named, the rest is counted.
const NAMED: usize = 6;

pub async fn show_cards(visit: Visit) -> Result<Page> {
    let scope = visit.actor()?.scope(Role::Admin)?;
    let db = visit.db().read();
    let (mut cards, holders) = tokio::try_join!(list_cards(db, &scope), list_holders(db, &scope, visit.now))?;
    if !cards.iter().any(|kept| kept.id == COMMON) {
        cards.insert(0, Kept::empty(COMMON));
    }
    let t = visit.language;
    let new = match may_write_for_all(&visit) {
        true => view! {
            <p class="actions"><a class="button" href=to::admin_new_card().into_string()>{t.t("card-new")}</a></p>
        }
        .into_any(),
        false => written_by_others(t),
    };
    let body = view! {
        <div class="head">
            <h1>{t.t("card-admin")}</h1>
            <p class="lead">{t.t("card-admin-lead")}</p>
        </div>
        {admin_tabs(&visit, &to::admin_cards())}
        {done_notice(&visit)}
        <ul class="toc">{cards.iter().map(|kept| line(t, kept, &holders)).collect_view()}</ul>
        {new}
    };
    Ok(Page::new(t.t("card-admin"), Width::Full, body))
}

fn line(t: Language, kept: &Kept, holders: &[Holder]) -> AnyView {
    let lines = t.with("card-lines", &[("count", count(kept.card.lines.len()))]);
    let whose = match kept.id.as_str() {
        COMMON => t.t("card-for-everybody-else").into_owned(),
        id => whose(t, holders.iter().filter(|holder| holder.card_id == id)),
    };
    let url = to::admin_card(&kept.id).into_string();
    view! { <li><a href=url>{job(t, &kept.card.job)}</a><span class="meta">{lines}</span><p class="meta">{whose}</p></li> }
        .into_any()
}

/// Who has a card, in words.
pub(super) fn whose<'a>(t: Language, holders: impl Iterator<Item = &'a Holder>) -> String {
    let names: Vec<String> = holders.map(|holder| format!("{} ({})", holder.name, holder.at)).collect();
    let more = names.len().saturating_sub(NAMED);
    let named = names.iter().take(NAMED).map(String::as_str).collect::<Vec<_>>().join(", ");
    match (names.len(), more) {
        (0, _) => t.t("card-for-nobody").into_owned(),
        (_, 0) => t.with("card-for", &[("names", named.into())]),
        (_, more) => t.with("card-for-and-more", &[("names", named.into()), ("more", count(more))]),
    }
}

//! What people share with their coach.

use std::collections::HashMap;

use leptos::{prelude::*, tachys::view::any_view::AnyView};

use super::store::{Response, list_responses};
use crate::{
    access::Role,
    drills::{
        Drill,
        open::{Open, show_answer},
        store::{find_version, split_events},
    },
    error::{Error, Result},
    ui::{Page, Width},
    visit::Visit,
};

pub async fn show_responses(visit: Visit) -> Result<Page> {
    let t = visit.language;
    let scope = visit.actor()?.scope(Role::Coach)?;
    let responses = list_responses(visit.db().read(), &scope, visit.now).await?;
    // Nearly all of them are in today's version, which is at hand.
    let mut drills: HashMap<String, Drill> = HashMap::new();
    for response in &responses {
        if !drills.contains_key(&response.version) {
            drills.insert(response.version.clone(), find_version(&visit, &response.item, &response.version).await?);
        }
    }
    let items = responses
        .iter()
        .filter_map(|response| drills.get(&response.version).map(|drill| item(&visit, response, drill)));
    let items = items.collect::<Result<Vec<_>>>()?;
    let list = if items.is_empty() {
        view! { <p>{t.t("responses-none")}</p> }.into_any()
    } else {
        view! { <ul class="sounds">{items}</ul> }.into_any()
    };
    let body = view! {
        <div class="head">
            <h1>{t.t("responses")}</h1>
            <p class="lead">{t.t("responses-lead")}</p>
        </div>
        {list}
    };
    Ok(Page::new(t.t("responses"), Width::Reading, body))
}

fn item(visit: &Visit, response: &Response, drill: &Drill) -> Result<AnyView> {
    let t = visit.language;
    let zone = visit.actor.as_ref().map_or("UTC", |actor| &actor.time_zone);
    let open = drill.as_kind::<Open>().ok_or_else(|| Error::internal("shared, but no open drill"))?;
    let title = drill.head().title.get(t.locale).clone();
    let shared = t.moment(response.shared_at, zone);
    let label = format!("{}, {title}", response.person);
    let answer = show_answer(t, open, &split_events(&response.events), response.has_sound == 1, label)?;
    let item = view! {
        <li>
            <h2>{format!("{}: {title}", response.person)}</h2>
            <p class="meta">{format!("{} · {shared}", response.team)}</p>
            {answer}
        </li>
    };
    Ok(item.into_any())
}

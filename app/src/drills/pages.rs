//! The two pages of a drill, whatever its kind: before an attempt, and the attempt.

use leptos::prelude::*;
use uuid::Uuid;

use super::{
    AtHand, Head, Run,
    outbox::SavingWords,
    store::{find_attempt, find_version},
};
use crate::{
    decision_cards::{
        pages::{at_hand, find_written},
        store::Kept,
    },
    error::{Error, Result},
    language::Language,
    routes::{Url, to},
    ui::Page,
    visit::Visit,
};

/// Sets the scene; with `?attempt=` the attempt begins. Nothing is stored before the first step.
pub async fn show_drill(visit: Visit) -> Result<Page> {
    let drill =
        visit.library().drill(&visit.param("module")?, &visit.param("drill")?).cloned().ok_or(Error::NotFound)?;
    let Some(attempt) = visit.query("attempt") else {
        let beside = Beside::read(&visit, drill.head()).await?;
        return Ok(beside.lay(&visit, drill.show_start(&visit)));
    };
    let attempt = Uuid::parse_str(&attempt).map_err(|_| Error::NotFound)?.to_string();
    // Come back to with the browser's back button: the attempt goes on where it is.
    if find_attempt(visit.db().read(), &visit.actor()?.permit_learning(), &attempt).await?.is_some() {
        return Ok(Page::elsewhere(to::attempt(&attempt)));
    }
    let beside = Beside::read(&visit, drill.head()).await?;
    Ok(beside.lay(&visit, drill.show_run(&visit, Run { attempt, events: Vec::new() }).await?))
}

/// Goes on where the attempt is, in the version that it began with; shows what came of it once it has ended.
pub async fn show_attempt(visit: Visit) -> Result<Page> {
    let permit = visit.actor()?.permit_learning();
    let attempt = find_attempt(visit.db().read(), &permit, &visit.param("attempt")?).await?.ok_or(Error::NotFound)?;
    let drill = find_version(&visit, &attempt.item, &attempt.version).await?;
    let events = attempt.events();
    let is_going = drill.follow(&events).is_ok_and(|ending| ending.is_none());
    let beside = if is_going { Beside::read(&visit, drill.head()).await? } else { Beside::Nothing };
    Ok(beside.lay(&visit, drill.show_run(&visit, Run { attempt: attempt.id, events }).await?))
}

/// What a drill needs beside it. Read before the page is made: what an island shows must not wait for anything, for it stays on its thread.
enum Beside {
    Nothing,
    DecisionCard { card: Option<Kept>, has_scene: bool },
}

impl Beside {
    async fn read(visit: &Visit, head: &Head) -> Result<Beside> {
        Ok(match head.at_hand {
            None => Beside::Nothing,
            Some(AtHand::DecisionCard) => {
                Beside::DecisionCard { card: find_written(visit).await?, has_scene: head.setting.is_some() }
            }
        })
    }

    /// Folded up beneath the drill: reading it leaves the attempt where it is.
    fn lay(self, visit: &Visit, page: Page) -> Page {
        let Beside::DecisionCard { card, has_scene } = self else { return page };
        let card = at_hand(visit.language, card.as_ref(), has_scene);
        let body = page.body;
        Page { body: view! { {body} {card} }.into_any(), ..page }
    }
}

/// Names a new attempt, in the order of time: what is written on one day lies together in the database.
pub fn new_attempt() -> String {
    Uuid::now_v7().to_string()
}

/// Where a new attempt begins.
pub fn begin(head: &Head) -> Url {
    to::drill(&head.module, &head.id).with("attempt", &new_attempt())
}

/// How an island says whether everything is stored.
pub fn saving_words(t: Language) -> SavingWords {
    SavingWords {
        saved: t.t("drill-saved").into(),
        waiting: t.t("drill-not-saved").into(),
        signed_out: t.t("drill-signed-out").into(),
        sign_in: t.t("sign-in").into(),
        overtaken: t.t("drill-conflict").into(),
        reload: t.t("drill-reload").into(),
        // An attempt keeps the version that it began with.
        gone: String::new(),
    }
}

/// Module, kind and something more about a drill, above its title.
pub fn kicker(visit: &Visit, head: &Head, kind: String, more: String) -> impl IntoView + use<> {
    let t = visit.language;
    let module = visit.library().module(&head.module).map(|module| module.title.get(t.locale).clone());
    let url = to::module(&head.module).into_string();
    view! { <p class="kicker"><a href=url>{module.unwrap_or_default()}</a> " · " {kind} " · " {more}</p> }
}

/// Where it takes place.
pub fn setting(t: Language, head: &Head) -> String {
    head.setting.as_ref().map_or_else(String::new, |setting| t.t(&format!("setting-{setting}")).into_owned())
}

/// How long it takes.
pub fn minutes(t: Language, head: &Head) -> String {
    t.with("drill-minutes", &[("minutes", i64::from(head.minutes).into())])
}

//! What admins send about cards.

use leptos::prelude::*;

use super::{
    model::{COMMON, Card, Line},
    store::{self, Whose},
};
use crate::{
    admin::answer::{lead, made_id, typed},
    error::Error,
    language::Bilingual,
    routes::to,
    ui::one_more,
    visit::{Visit, act},
};

/// Writes a card; `add` asks for room for another line and writes nothing yet. Our forms send every line and the note, empty or not: one that
/// lacks them must not empty a card.
#[server(prefix = "/api", endpoint = "decision-cards/save")]
pub async fn save_card(
    form: String,
    card: String,
    seen: i64,
    #[server(default)] job: Bilingual,
    lines: Vec<Line>,
    note: Bilingual,
    #[server(default)] add: String,
) -> Result<(), ServerFnError> {
    act(async |visit: Visit| {
        let permit = visit.actor()?.permit_administration()?;
        if card != COMMON {
            made_id(&card)?;
        }
        let (page, typed) = (to::admin_card(&card), Card { job, lines, note });
        if !add.is_empty() {
            return one_more(&visit, (page, &form), typed.flash().with("seen", seen), typed.lines.len()).await;
        }
        let (new, flash) = typed.read(card == COMMON);
        let flash = flash.with("seen", seen);
        if !flash.is_empty() {
            return visit.back_to(page, &form, &flash).await;
        }
        let outcome = store::save_card(visit.db(), &permit, (&card, &new, seen), visit.now).await?;
        lead(&visit, outcome, (page.clone(), &form), flash, page.with("done", "saved")).await
    })
    .await
}

/// Takes a card away.
#[server(prefix = "/api", endpoint = "decision-cards/remove")]
pub async fn remove_card(card: String) -> Result<(), ServerFnError> {
    act(async |visit: Visit| {
        let permit = visit.actor()?.permit_administration()?;
        store::remove_card(visit.db(), &permit, &card, visit.now).await?;
        Ok(to::admin_cards().with("done", "card-removed"))
    })
    .await
}

/// Gives a team (`team:ID`) or a person (`person:ID`) a card, or, where it is empty, the one they have without.
#[server(prefix = "/api", endpoint = "decision-cards/give")]
pub async fn give_card(form: String, whose: String, #[server(default)] card: String) -> Result<(), ServerFnError> {
    act(async |visit: Visit| {
        let permit = visit.actor()?.permit_administration()?;
        let holder = Whose::read(&whose).ok_or(Error::BadRequest)?;
        let page = match holder {
            Whose::Team(id) => to::admin_team(id),
            Whose::Person(id) => to::admin_person(id),
        };
        let flash = typed([("given-card", &card)]);
        let outcome = store::give_card(visit.db(), &permit, (&holder, &card), visit.now).await?;
        lead(&visit, outcome, (page.clone(), &form), flash, page.with("done", "saved")).await
    })
    .await
}

//! What admins write, and what leaders and admins answer.
#![allow(clippy::too_many_arguments, reason = "each is a field of a form")]

use leptos::prelude::*;

use super::{
    model::{Statement, Typed},
    store::{self, Check},
    worksheet,
};
use crate::{
    admin::answer::{lead, made_id},
    error::Error,
    routes::to,
    ui::one_more,
    visit::{Visit, act},
};

/// Writes vision, mission and values; `add` asks for room for another value and writes nothing yet. Our form sends every field, empty or not: one
/// that lacks them must not empty a sentence.
#[server(prefix = "/api", endpoint = "our-values/save")]
pub async fn save_values(
    form: String,
    seen: String,
    vision: Statement,
    mission: Statement,
    values: Vec<Statement>,
    #[server(default)] add: String,
) -> Result<(), ServerFnError> {
    act(async |visit: Visit| {
        let permit = visit.actor()?.permit_administration()?;
        let (page, typed) = (to::admin_values(), Typed { vision, mission, values });
        if !add.is_empty() {
            return one_more(&visit, (page, &form), typed.flash().with("seen", &seen), typed.values.len()).await;
        }
        let (statements, flash) = typed.read().ok_or(Error::BadRequest)?;
        let flash = flash.with("seen", &seen);
        if !flash.is_empty() {
            return visit.back_to(page, &form, &flash).await;
        }
        let outcome = store::save_statements(visit.db(), &permit, (&statements, &seen), visit.now).await?;
        lead(&visit, outcome, (page.clone(), &form), flash, page.with("done", "saved")).await
    })
    .await
}

/// Answers the seven questions about one sentence.
#[server(prefix = "/api", endpoint = "our-values/check")]
pub async fn check_statement(
    form: String,
    check: String,
    statement: String,
    seen: i64,
    earlier: String,
    #[server(default)] customers: String,
    #[server(default)] tuesday: String,
    #[server(default)] limits: String,
    #[server(default)] opposite: String,
    #[server(default)] example: String,
    #[server(default)] authors: String,
    #[server(default)] asked: String,
    #[server(default)] note: String,
) -> Result<(), ServerFnError> {
    act(async |visit: Visit| {
        let permit = visit.actor()?.permit_stewardship()?;
        let page = to::value_check(&statement);
        let typed = [&customers, &tuesday, &limits, &opposite, &example, &authors, &asked].map(String::as_str);
        let (answers, note, flash) = worksheet::read(typed, &note).ok_or(Error::BadRequest)?;
        let flash = flash.with("seen", seen).with("earlier", &earlier);
        if !flash.is_empty() {
            return visit.back_to(page, &form, &flash).await;
        }
        let id = made_id(&check)?.to_string();
        let made = Check { id, statement, statement_at: seen, answers, note, checked_at: visit.now };
        let outcome = store::save_check(visit.db(), &permit, (&made, &earlier)).await?;
        lead(&visit, outcome, (page, &form), flash, to::worksheet().with("done", "checked")).await
    })
    .await
}

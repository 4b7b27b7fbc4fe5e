//! The organisation's own page, with the form to write it for admins.

use leptos::{prelude::*, server_fn::ServerFn, tachys::view::any_view::AnyView};
use uuid::Uuid;

use super::{
    actions::WritePage,
    store::{Kept, find_texts},
};
use crate::{
    access::Role,
    admin::pages::{may_write_for_all, refused, written_by_others},
    error::Result,
    storage::Flash,
    ui::{Control, Form, Page, Width, hidden, notice, said_at_length},
    visit::Visit,
};

pub async fn show_help(visit: Visit) -> Result<Page> {
    let kept = find_texts(visit.db().read()).await?;
    let is_admin = visit.actor()?.has(Role::Admin);
    let flash = visit.flash().await?;
    let writing = match (is_admin, may_write_for_all(&visit)) {
        (_, true) => Some(form(&visit, &kept, &flash)),
        (true, false) => Some(written_by_others(visit.language)),
        (false, false) => None,
    };
    let t = visit.language;
    let read = said_at_length(&kept.texts, t.locale)
        .unwrap_or_else(|| view! { <p>{t.t("handbook-help-empty")}</p> }.into_any());
    let body = view! {
        <div class="head">
            <h1>{t.t("handbook-help")}</h1>
            <p class="lead">{t.t("handbook-help-lead")}</p>
        </div>
        {visit.query("done").map(|_| notice(t.t("handbook-written")))}
        {read}
        {writing}
    };
    Ok(Page::new(t.t("handbook-help"), Width::Reading, body))
}

fn form(visit: &Visit, kept: &Kept, flash: &Flash) -> AnyView {
    let t = visit.language;
    let form = Form { language: t, flash };
    let text = Control { name: "text", label: "handbook-text", hint: Some("handbook-hint"), ..Control::default() };
    view! {
        {form.error_summary()}
        {refused(visit, flash.error("state"), "state")}
        <details open=!flash.is_empty()>
            <summary>{t.t("handbook-write")}</summary>
            <form method="post" action=WritePage::PATH>
                {hidden("form", Uuid::new_v4())}
                {form.seen(kept.changed_at)}
                {form.bilingual(Form::text_area, text, &kept.texts)}
                <div class="actions"><button class="primary">{t.t("handbook-save")}</button></div>
            </form>
        </details>
    }
    .into_any()
}

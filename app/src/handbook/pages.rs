//! The organisation's own pages, with the form to write them for admins.

use leptos::{prelude::*, server_fn::ServerFn, tachys::view::any_view::AnyView};
use uuid::Uuid;

use super::{actions::WritePage, model::Topic, store::find_texts};
use crate::{
    access::Role,
    error::Result,
    language::Bilingual,
    storage::Flash,
    ui::{Control, Form, Page, Width, hidden, notice, said_at_length},
    visit::Visit,
};

pub async fn show_help(visit: Visit) -> Result<Page> {
    show(visit, Topic::Help).await
}

async fn show(visit: Visit, topic: Topic) -> Result<Page> {
    let t = visit.language;
    let texts = find_texts(visit.db().read(), topic).await?;
    let title = t.t(&format!("handbook-{}", topic.id()));
    let body = said_at_length(&texts, t.locale)
        .unwrap_or_else(|| view! { <p>{t.t(&format!("handbook-{}-empty", topic.id()))}</p> }.into_any());
    let writing = match visit.actor()?.has(Role::Admin) {
        true => Some(form(&visit, topic, &texts, &visit.flash().await?)),
        false => None,
    };
    let body = view! {
        <div class="head">
            <h1>{title.clone()}</h1>
            <p class="lead">{t.t(&format!("handbook-{}-lead", topic.id()))}</p>
        </div>
        {visit.query("done").map(|_| notice(t.t("handbook-written")))}
        {body}
        {writing}
    };
    Ok(Page::new(title, Width::Reading, body))
}

fn form(visit: &Visit, topic: Topic, texts: &Bilingual, flash: &Flash) -> AnyView {
    let t = visit.language;
    let form = Form { language: t, flash };
    let field = |name, label, value: &str| {
        form.text_area(Control {
            name,
            label,
            hint: Some("handbook-hint"),
            value: value.to_owned(),
            ..Control::default()
        })
    };
    view! {
        {form.error_summary()}
        <details open=!flash.is_empty()>
            <summary>{t.t("handbook-write")}</summary>
            <form method="post" action=WritePage::PATH>
                {hidden("form", Uuid::new_v4().to_string())}
                {hidden("topic", topic.id())}
                {field("de", "handbook-german", &texts.de)}
                {field("en", "handbook-english", &texts.en)}
                <div class="actions"><button class="primary">{t.t("handbook-save")}</button></div>
            </form>
        </details>
    }
    .into_any()
}

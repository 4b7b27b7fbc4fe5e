//! The form in which admins write vision, mission and values.

use leptos::{prelude::*, server_fn::ServerFn, tachys::view::any_view::AnyView};
use uuid::Uuid;

use super::read::all;
use crate::{
    access::Role,
    admin::pages::{admin_tabs, done_notice, may_write_for_all, overtaken, written_by_others},
    error::Result,
    language::count,
    our_values::{
        actions::SaveValues,
        model::{Kind, MOST_VALUES, Statement, at, field, revision},
        store::{Kept, list_statements},
    },
    routes::to,
    ui::{Control, Form, Page, Rows, Width, hidden},
    visit::Visit,
};

pub async fn show_write_values(visit: Visit) -> Result<Page> {
    visit.actor()?.scope(Role::Admin)?;
    let kept = list_statements(visit.db().read()).await?;
    let seen = revision(kept.iter().map(|kept| &kept.statement))?;
    let (t, flash) = (visit.language, visit.flash().await?);
    let form = Form { language: t, flash: &flash };
    let writing = match may_write_for_all(&visit) {
        true => view! {
            {form.error_summary()}
            {overtaken(&visit, &flash, || (!kept.is_empty()).then(|| all(t, &kept)))}
            {values_form(&visit, &form, &kept, seen)}
        }
        .into_any(),
        false => written_by_others(t),
    };
    let body = view! {
        <div class="head">
            <h1>{t.t("values-title")}</h1>
            <p class="lead">{t.t("values-write-lead")}</p>
        </div>
        {admin_tabs(&visit, &to::admin_values())}
        {done_notice(&visit)}
        <p class="meta"><a href=to::our_values().into_string()>{t.t("values-as-read")}</a></p>
        {writing}
    };
    Ok(Page::new(t.t("values-title"), Width::Full, body))
}

fn values_form(visit: &Visit, form: &Form, kept: &[Kept], seen: String) -> AnyView {
    let t = form.language;
    let of = |kind| kept.iter().map(|kept| &kept.statement).filter(move |known| known.kind == kind);
    let there: Vec<&Statement> = of(Kind::Value).collect();
    let rows = Rows::new(visit, form, there.len(), MOST_VALUES);
    let one = |kind: Kind| {
        view! {
            <fieldset class="form-row value-line">
                <legend>{t.t(&format!("values-{}", kind.id()))}</legend>
                <p class="hint">{t.t(&format!("values-{}-what", kind.id()))}</p>
                {fields(form, (kind, 0), of(kind).next(), false)}
            </fieldset>
        }
    };
    let values = (0..rows.shown).map(|number| {
        let legend = t.with("values-number", &[("number", count(number + 1))]);
        let known = rows.there(&there, number).copied();
        let is_asked_for = rows.is_asked_for(number);
        view! {
            <fieldset class="form-row value-line">
                <legend>{legend}</legend>
                {fields(form, (Kind::Value, number), known, is_asked_for)}
            </fieldset>
        }
    });
    view! {
        <form method="post" action=SaveValues::PATH>
            {hidden("form", Uuid::new_v4())}
            {form.seen(seen)}
            {one(Kind::Vision)}
            {one(Kind::Mission)}
            <h2>{t.t("values-value")}</h2>
            <p class="hint">{t.t("values-value-hint")}</p>
            {values.collect_view()}
            <div class="actions">
                <button class="primary">{t.t("admin-save")}</button>
                {rows.another(form, "values-add")}
            </div>
        </form>
    }
    .into_any()
}

/// The fields of one sentence; its id was kept, came back, or is made with the form.
fn fields(form: &Form, (kind, number): (Kind, usize), known: Option<&Statement>, is_first: bool) -> AnyView {
    let sent_as = match kind {
        Kind::Value => format!("values[{number}]"),
        kind => kind.id().to_owned(),
    };
    let back = form.flash.value(&format!("{}-id", at(kind, number))).map(str::to_owned);
    let id = back.or_else(|| known.map(|known| known.id.clone())).unwrap_or_else(|| Uuid::now_v7().to_string());
    let empty = Statement::default();
    let parts = known.unwrap_or(&empty).parts().into_iter().filter(|(part, ..)| kind == Kind::Value || *part != "name");
    let parts = parts.map(|(part, texts, most)| {
        let control = Control {
            name: &field(kind, number, part),
            sent_as: &format!("{sent_as}[{part}]"),
            label: &format!("values-{part}"),
            max_length: u32::try_from(most).ok(),
            autocomplete: Some("off"),
            is_first: is_first && part == "name",
            ..Control::default()
        };
        form.bilingual(if part == "name" { Form::input } else { Form::text_area }, control, texts)
    });
    view! { {hidden(&format!("{sent_as}[id]"), id)} {parts.collect_view()} }.into_any()
}

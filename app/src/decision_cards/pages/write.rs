//! The form about a card.

use leptos::{prelude::*, server_fn::ServerFn, tachys::view::any_view::AnyView};
use uuid::Uuid;

use super::{job, list::whose, own::folded, said_on};
use crate::{
    access::Role,
    admin::pages::{done_notice, may_write_for_all, overtaken, written_by_others},
    decision_cards::{
        actions::{RemoveCard, SaveCard},
        model::{COMMON, JOB_MAX, Line, MOST_LINES, field},
        store::{Holder, Kept, find_card, list_holders},
    },
    error::{Error, Result},
    language::{Bilingual, Language, count},
    routes::to,
    storage::Flash,
    ui::{Control, Form, Page, Rows, Width, hidden},
    visit::Visit,
};

/// A card that is not there yet; its id is made with the form, so that the form counts once.
pub async fn show_new_card(visit: Visit) -> Result<Page> {
    visit.actor()?.scope(Role::Admin)?;
    if !may_write_for_all(&visit) {
        return Err(Error::Forbidden);
    }
    let flash = visit.flash().await?;
    Ok(show(&visit, &flash, &Kept::empty(Uuid::now_v7()), &[]))
}

/// A card. The common one is there before it is written; so is one whose form comes back: a new one, or one that was taken away meanwhile.
pub async fn show_card(visit: Visit) -> Result<Page> {
    let scope = visit.actor()?.scope(Role::Admin)?;
    let (id, db) = (visit.param("card")?, visit.db().read());
    let (kept, holders) = tokio::try_join!(find_card(db, &scope, &id), list_holders(db, &scope, visit.now))?;
    let flash = visit.flash().await?;
    let kept = match kept {
        Some(kept) => kept,
        None if id == COMMON || !flash.values.is_empty() => Kept::empty(id),
        None => return Err(Error::NotFound),
    };
    Ok(show(&visit, &flash, &kept, &holders))
}

fn show(visit: &Visit, flash: &Flash, kept: &Kept, holders: &[Holder]) -> Page {
    let t = visit.language;
    let form = Form { language: t, flash };
    let is_there = kept.changed_at != 0 && kept.id != COMMON;
    let (title, whose) = match (is_there, kept.id.as_str()) {
        (true, id) => (job(t, &kept.card.job), whose(t, holders.iter().filter(|holder| holder.card_id == id))),
        (false, COMMON) => (job(t, &kept.card.job), t.t("card-for-everybody-else").into_owned()),
        (false, _) => (t.t("card-new").into_owned(), t.t("card-give-later").into_owned()),
    };
    let written = match may_write_for_all(visit) {
        true => view! {
            {form.error_summary()}
            {overtaken(visit, flash, || (kept.changed_at != 0).then(|| folded(t, kept)))}
            {card_form(visit, &form, kept)}
            {is_there.then(|| removal(t, &kept.id))}
        }
        .into_any(),
        false => view! { {said_on(t, &kept.card)} {written_by_others(t)} }.into_any(),
    };
    let body = view! {
        <div class="head">
            <p class="kicker"><a href=to::admin_cards().into_string()>{t.t("card-admin")}</a></p>
            <h1>{title.clone()}</h1>
            <p class="meta">{whose}</p>
        </div>
        {done_notice(visit)}
        {written}
    };
    Page::new(title, Width::Full, body)
}

fn card_form(visit: &Visit, form: &Form, kept: &Kept) -> AnyView {
    let t = form.language;
    let rows = Rows::new(visit, form, kept.card.lines.len(), MOST_LINES);
    let line = |number| line_fields(form, number, rows.there(&kept.card.lines, number), rows.is_asked_for(number));
    let lines = (0..rows.shown).map(line);
    let job = (kept.id != COMMON).then(|| job_fields(form, &kept.card.job));
    view! {
        <form method="post" action=SaveCard::PATH>
            {hidden("form", Uuid::new_v4())}
            {hidden("card", kept.id.clone())}
            {form.seen(kept.changed_at)}
            {job}
            <h2>{t.t("card-lines-head")}</h2>
            <p class="hint">{t.t("card-lines-hint")}</p>
            {lines.collect_view()}
            <h2>{t.t("card-note")}</h2>
            {note_fields(form, &kept.card.note)}
            <div class="actions">
                <button class="primary">{t.t("admin-save")}</button>
                {rows.another(form, "card-add-line")}
                <a href=to::admin_cards().into_string()>{t.t("admin-cancel")}</a>
            </div>
        </form>
    }
    .into_any()
}

fn job_fields(form: &Form, job: &Bilingual) -> [AnyView; 2] {
    let control = Control {
        name: "job",
        label: "card-job",
        hint: Some("card-job-hint"),
        max_length: u32::try_from(JOB_MAX).ok(),
        autocomplete: Some("off"),
        ..Control::default()
    };
    form.bilingual(Form::input, control, job)
}

/// One line: three parts in German, and the same in English below them.
fn line_fields(form: &Form, number: usize, line: Option<&Line>, is_first: bool) -> AnyView {
    let (t, empty) = (form.language, Line::default());
    let parts = line.unwrap_or(&empty).parts().map(|(part, texts, most)| {
        let control = Control {
            name: &field(number, part),
            sent_as: &format!("lines[{number}][{part}]"),
            label: &format!("card-{part}"),
            max_length: u32::try_from(most).ok(),
            autocomplete: Some("off"),
            is_first: is_first && part == "what",
            ..Control::default()
        };
        let [german, english] = form.bilingual(Form::input, control, texts);
        (german, english)
    });
    let (german, english): (Vec<_>, Vec<_>) = parts.into_iter().unzip();
    view! {
        <fieldset class="form-row card-line">
            <legend>{t.with("card-line", &[("number", count(number + 1))])}</legend>
            {german}
            {english}
        </fieldset>
    }
    .into_any()
}

fn note_fields(form: &Form, note: &Bilingual) -> [AnyView; 2] {
    let control = Control { name: "note", label: "card-note", hint: Some("handbook-hint"), ..Control::default() };
    form.bilingual(Form::text_area, control, note)
}

fn removal(t: Language, id: &str) -> AnyView {
    view! {
        <details>
            <summary>{t.t("card-remove")}</summary>
            <p>{t.t("card-remove-text")}</p>
            <form method="post" action=RemoveCard::PATH>
                {hidden("card", id)}
                <button>{t.t("card-remove-confirm")}</button>
            </form>
        </details>
    }
    .into_any()
}

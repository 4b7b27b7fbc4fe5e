//! The form for an intention.

use chrono::NaiveDate;
use leptos::{prelude::*, server_fn::ServerFn, tachys::view::any_view::AnyView};
use uuid::Uuid;

use super::today;
use crate::{
    drills::field::{
        actions::CreateIntention,
        model::{halves, usual_day},
        practice::{Offer, find_offer},
    },
    error::{Error, Result},
    language::Language,
    routes::to,
    storage::Flash,
    ui::{Control, Form, Page, Width, hidden},
    visit::Visit,
};

/// `?item=` or `?module=` says where it comes from, `&intention=` which of the ready ones is taken, counted from 0.
pub async fn show_new_intention(visit: Visit) -> Result<Page> {
    let (t, library) = (visit.language, visit.library());
    let offer = match visit.query("item").or_else(|| visit.query("module")) {
        None => Offer::default(),
        Some(item) => find_offer(&library, &item, t.locale).ok_or(Error::NotFound)?,
    };
    let module = offer.item.as_deref().and_then(|item| library.module(item.split('/').next().unwrap_or_default()));
    let (url, kicker) = match module {
        Some(module) => (to::module(&module.id), module.title.get(t.locale).clone()),
        None => (to::intentions(), t.t("field-intentions").into_owned()),
    };
    let taken = visit.query("intention").and_then(|place| place.parse::<usize>().ok());
    let taken = taken.and_then(|place| offer.ready.get(place)).cloned();
    let flash = visit.flash().await?;
    let form = Form { language: t, flash: &flash };
    let body = view! {
        <div class="head">
            <p class="kicker"><a href=url.into_string()>{kicker}</a></p>
            <h1>{t.t("field-new")}</h1>
            <p class="lead">{t.t("field-new-lead")}</p>
        </div>
        {form.error_summary()}
        {intention_form(t, &flash, offer, taken, today(&visit)?)}
        <p class="meta">{t.t("field-private")}" "<a href=to::who_sees_what().into_string()>{t.t("who-sees-what")}</a></p>
    };
    Ok(Page::new(t.t("field-new"), Width::Reading, body))
}

/// The form alone, for any page of a field practice: a ready sentence or two halves of one's own, and a day. A ready one that is `taken`
/// already stands in the halves, to be changed. After a mistake the browser comes back to [`show_new_intention`].
pub fn intention_form(t: Language, flash: &Flash, offer: Offer, taken: Option<String>, today: NaiveDate) -> AnyView {
    let form = Form { language: t, flash };
    let (ready, [condition, deed]) = match taken.as_deref().and_then(halves) {
        Some((condition, deed)) => (Vec::new(), [condition, deed]),
        None => (offer.ready, Default::default()),
    };
    let half = |name, label, hint, value| {
        form.input(Control { name, label, hint: Some(hint), value, autocomplete: Some("off"), ..Control::default() })
    };
    let day = Control {
        name: "day",
        label: "field-day",
        hint: Some("field-day-hint"),
        kind: "date",
        value: usual_day(today).to_string(),
        is_required: true,
        ..Control::default()
    };
    view! {
        <form method="post" action=CreateIntention::PATH>
            {hidden("form", Uuid::new_v4().to_string())}
            {hidden("intention", Uuid::now_v7().to_string())}
            {hidden("item", offer.item.unwrap_or_default())}
            {ready_choice(&form, ready, taken)}
            {half("condition", "field-condition", "field-condition-hint", condition)}
            {half("deed", "field-deed", "field-deed-hint", deed)}
            {form.input(day)}
            <div class="actions">
                <button class="primary">{t.t("field-keep")}</button>
                <a href=to::intentions().into_string()>{t.t("field-cancel")}</a>
            </div>
        </form>
    }
    .into_any()
}

/// What authors offer; one's own words unless one of them is taken.
fn ready_choice(form: &Form, ready: Vec<String>, taken: Option<String>) -> Option<AnyView> {
    if ready.is_empty() {
        return None;
    }
    let own = (String::new(), form.language.t("field-ready-own").into_owned());
    let options = ready.into_iter().map(|text| (text.clone(), text)).chain([own]).collect();
    let (label, hint) = ("field-ready", Some("field-ready-hint"));
    let control = Control { name: "ready", label, hint, value: taken.unwrap_or_default(), ..Control::default() };
    Some(form.radios(control, options))
}

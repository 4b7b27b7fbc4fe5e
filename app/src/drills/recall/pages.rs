//! Today's cards, or why there are none, and the pause.

mod cards;

use chrono::NaiveDate;
use leptos::{prelude::*, server_fn::ServerFn, tachys::view::any_view::AnyView};
use uuid::Uuid;

use super::{actions::SetPause, model::Deck, store::find_deck};
use crate::{
    activity::model::day_of,
    error::Result,
    language::Language,
    routes::to,
    storage::Flash,
    ui::{Control, Form, Island, Page, Width, hidden},
    visit::Visit,
};

pub async fn show_recall(visit: Visit) -> Result<Page> {
    let actor = visit.actor()?;
    let (t, library, guides) = (visit.language, visit.library(), actor.guides());
    let today = day_of(visit.now, &actor.time_zone);
    let deck = find_deck(visit.db().read(), &actor.permit_learning(), &actor.time_zone).await?;
    let asked = deck.session(&library, guides, today);
    let flash = visit.flash().await?;
    let is_asked = !asked.is_empty();
    let cards = match deck.paused_until.filter(|_| deck.is_paused(today)) {
        Some(last_day) => paused(t, last_day),
        None if is_asked => cards::session(&visit, &library, &asked, deck.count_today(today)),
        None => nothing(t, &deck, deck.has_cards(&library, guides), today),
    };
    let pause = (!deck.is_paused(today)).then(|| pause_section(t, &flash));
    let body = view! {
        <div class="head"><h1>{t.t("recall")}</h1></div>
        {Form { language: t, flash: &flash }.error_summary()}
        {cards}
        {pause}
    };
    let page = Page::new(t.t("recall"), Width::Reading, body);
    Ok(if is_asked { page.with_island(Island::Recall) } else { page })
}

/// Today's are answered, or none is due, or there is none yet.
fn nothing(t: Language, deck: &Deck, has_cards: bool, today: NaiveDate) -> AnyView {
    let (url, way_on) = (to::today(), t.t("recall-to-today"));
    let says = match has_cards {
        _ if deck.count_today(today) > 0 => cards::enough(t).into_any(),
        true => view! { <h2 class="says">{t.t("recall-none-due")}</h2><p>{t.t("recall-none-due-text")}</p> }.into_any(),
        false => {
            view! { <h2 class="says">{t.t("recall-none-yet")}</h2><p>{t.t("recall-none-yet-text")}</p> }.into_any()
        }
    };
    view! {
        <section class="recall">
            {says}
            <p class="actions"><a class="button primary" href=url.into_string()>{way_on}</a></p>
        </section>
    }
    .into_any()
}

fn paused(t: Language, last_day: NaiveDate) -> AnyView {
    view! {
        <section class="recall">
            <h2 class="says">{t.with("recall-paused", &[("day", t.day(last_day).into())])}</h2>
            <p>{t.t("recall-paused-text")}</p>
            <form method="post" action=SetPause::PATH>
                {hidden("form", Uuid::new_v4())}
                {hidden("ends", "true")}
                <div class="actions"><button class="primary">{t.t("recall-pause-end")}</button></div>
            </form>
        </section>
    }
    .into_any()
}

/// Folded away, unless there is something to mend in it.
fn pause_section(t: Language, flash: &Flash) -> AnyView {
    let form = Form { language: t, flash };
    let until =
        Control { name: "until", label: "recall-pause-until", kind: "date", is_required: true, ..Control::default() };
    view! {
        <details class="pause" open=!flash.is_empty()>
            <summary>{t.t("recall-pause")}</summary>
            <p class="meta">{t.t("recall-pause-text")}</p>
            <form class="row" method="post" action=SetPause::PATH>
                {hidden("form", Uuid::new_v4())}
                {form.input(until)}
                <button>{t.t("recall-pause-set")}</button>
            </form>
        </details>
    }
    .into_any()
}

//! Today's cards, or why there are none, and the pause.

use chrono::NaiveDate;
use leptos::{prelude::*, server_fn::ServerFn, tachys::view::any_view::AnyView};
use uuid::Uuid;

use super::{
    actions::SetPause,
    islands::{CardText, RecallSession, Words, enough},
    model::{Asked, Deck, Grade, find_card},
    store::find_deck,
};
use crate::{
    access::Role,
    activity::model::day_of,
    drills::outbox::SavingWords,
    error::Result,
    language::Language,
    library::Library,
    routes::to,
    storage::Flash,
    ui::{Control, Form, Page, Width, hidden},
    visit::Visit,
};

pub async fn show_recall(visit: Visit) -> Result<Page> {
    let actor = visit.actor()?;
    let (t, library, is_coach) = (visit.language, visit.library(), actor.has(Role::Coach));
    let today = day_of(visit.now, &actor.time_zone);
    let deck = find_deck(visit.db().read(), &actor.permit_learning(), &actor.time_zone).await?;
    let asked = deck.session(&library, is_coach, today);
    let flash = visit.flash().await?;
    let is_asked = !asked.is_empty();
    let cards = match deck.paused_until.filter(|_| deck.is_paused(today)) {
        Some(last_day) => paused(t, last_day),
        None if is_asked => {
            let cards = card_texts(t, &library, &asked, deck.count_today(today));
            view! { <RecallSession cards=cards words=words(t)/> }.into_any()
        }
        None => nothing(t, &deck, deck.has_cards(&library, is_coach), today),
    };
    let pause = (!deck.is_paused(today)).then(|| pause_section(t, &flash));
    let body = view! {
        <div class="head"><h1>{t.t("recall")}</h1></div>
        {Form { language: t, flash: &flash }.error_summary()}
        {cards}
        {pause}
    };
    let page = Page::new(t.t("recall"), Width::Reading, body);
    Ok(if is_asked { page.with_islands() } else { page })
}

/// `done`: so many were answered today already.
fn card_texts(t: Language, library: &Library, asked: &[Asked], done: usize) -> Vec<CardText> {
    let total = done + asked.len();
    let text = |(position, asked): (usize, &Asked)| {
        // Coach or not was decided when they were asked.
        let (module, card) = find_card(library, true, &asked.card)?;
        let count = |number: usize| i64::try_from(number).unwrap_or(i64::MAX).into();
        Some(CardText {
            review: Uuid::now_v7().to_string(),
            card: asked.card.clone(),
            number: asked.number,
            place: t.with("recall-place", &[("card", count(done + position + 1)), ("total", count(total))]),
            module: module.title.get(t.locale).clone(),
            front: card.front.get(t.locale).clone(),
            back: card.back.get(t.locale).0.clone(),
        })
    };
    asked.iter().enumerate().filter_map(text).collect()
}

fn words(t: Language) -> Words {
    Words {
        show: t.t("recall-show").into(),
        answer: t.t("recall-answer").into(),
        how_well: t.t("recall-how-well").into(),
        grades: Grade::ALL.map(|grade| t.t(&format!("recall-grade-{}", grade.id())).into()),
        enough: t.t("recall-enough").into(),
        enough_text: t.t("recall-enough-text").into(),
        to_today: t.t("recall-to-today").into(),
        recall_url: to::recall().into_string(),
        today_url: to::today().into_string(),
        saving: SavingWords {
            saved: t.t("recall-saved").into(),
            waiting: t.t("recall-not-saved").into(),
            signed_out: t.t("recall-signed-out").into(),
            sign_in: t.t("sign-in").into(),
            overtaken: t.t("recall-overtaken").into(),
            reload: t.t("recall-reload").into(),
            gone: t.t("recall-gone").into(),
        },
    }
}

/// Today's are answered, or none is due, or there is none yet.
fn nothing(t: Language, deck: &Deck, has_cards: bool, today: NaiveDate) -> AnyView {
    let (url, way_on) = (to::today(), t.t("recall-to-today"));
    let says = match has_cards {
        _ if deck.count_today(today) > 0 => enough(&words(t)).into_any(),
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

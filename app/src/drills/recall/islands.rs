//! A session as it reacts in the browser: every answer brings the next card at once and is saved in the background. The cards are plain forms
//! that the page holds already, the first one in view; without wasm the next page has the next one in view. What browsers load for it is
//! small because it neither makes the cards nor knows their texts.

use leptos::{
    ev::{KeyboardEvent, MouseEvent},
    html,
    prelude::*,
    wasm_bindgen::JsCast,
    web_sys::{Element, HtmlDetailsElement, HtmlElement, HtmlInputElement},
};

use super::{
    actions::AnswerCard,
    model::{Event, Grade, Session},
};
use crate::drills::{
    outbox::{Outbox, Refusal, SavingWords, saving_line},
    texts::texts,
};

texts! {
    /// The ways on from here.
    pub struct Ways {
        /// This page.
        pub here,
        pub today_url,
        pub today,
        /// As [`Outbox::new`] wants it.
        pub unsent_as,
    }
}

/// `children`: so many elements `.recall` with a card each, and a last one for the end.
#[island]
pub fn RecallSession(cards: usize, saving: SavingWords, ways: Ways, children: Children) -> impl IntoView {
    let session = StoredValue::new(Session::start(cards));
    let is_over = RwSignal::new(false);
    let outbox = Outbox::<AnswerCard>::new(Refusal::EndsOne, ways.unsent_as.clone());
    let (saving, ways) = (StoredValue::new(saving), StoredValue::new(ways));
    let table = NodeRef::<html::Div>::new();

    let answer = move |grade: Grade| {
        let Some(table) = table.get_untracked() else { return };
        let now = session.get_value();
        // Whoever can tap an answer has turned the card.
        let Ok(next) = now.apply(Event::Show).and_then(|shown| shown.apply(Event::Answer(grade))) else { return };
        let Some(call) = now.card().and_then(|card| nth_card(&table, card)).and_then(|card| read(&card, grade)) else {
            return;
        };
        outbox.send(call);
        turn_to(&table, &next);
        is_over.set(next.card().is_none());
        session.set_value(next);
    };
    let tap = move |event: MouseEvent| {
        let button = event.target().and_then(|target| target.dyn_into::<Element>().ok());
        let button = button.and_then(|target| target.closest("button[name=grade]").ok().flatten());
        let grade = button.and_then(|button| button.get_attribute("value"));
        if let Some(grade) = grade.as_deref().and_then(Grade::from_id) {
            event.prevent_default();
            answer(grade);
        }
    };
    // Only while the reader is at the card: elsewhere single keys are not its own.
    let press = move |event: KeyboardEvent| {
        let is_plain = !(event.ctrl_key() || event.alt_key() || event.meta_key() || event.repeat());
        let is_turned = table.get_untracked().is_some_and(|table| is_turned(&table, &session.get_value()));
        if let Some(grade) = Grade::from_key(&event.key()).filter(|_| is_plain && is_turned) {
            event.prevent_default();
            answer(grade);
        }
    };

    view! {
        <div node_ref=table on:click=tap on:keydown=press>{children()}</div>
        {move || is_over.get().then(|| {
            let Ways { today, today_url, .. } = ways.get_value();
            outbox.way_on(today, today_url)
        })}
        <p class="meta" role="status">
            {move || saving.with_value(|words| saving_line(words, outbox.saving().get(), ways.get_value().here))}
        </p>
    }
}

fn nth_card(table: &Element, number: usize) -> Option<Element> {
    table.query_selector(&format!(".recall:nth-of-type({})", number + 1)).ok().flatten()
}

/// What the card's form would send.
fn read(card: &Element, grade: Grade) -> Option<AnswerCard> {
    let field = |name: &str| {
        let input = card.query_selector(&format!("input[name={name}]")).ok().flatten()?;
        Some(input.dyn_into::<HtmlInputElement>().ok()?.value())
    };
    let (review, card, number) = (field("review")?, field("card")?, field("number")?.parse().ok()?);
    Some(AnswerCard { review, card, number, grade: grade.id().to_owned() })
}

/// Whether the back of the card in front can be seen.
fn is_turned(table: &Element, session: &Session) -> bool {
    let card = session.card().and_then(|card| nth_card(table, card));
    let details = card.and_then(|card| card.query_selector("details").ok().flatten());
    details.is_some_and(|details| details.unchecked_into::<HtmlDetailsElement>().open())
}

/// Puts the card in front, or the end, into view in place of the one before. The tapped button is gone: the reader goes on at the next card,
/// ready to turn it.
fn turn_to(table: &Element, session: &Session) {
    let Some(next) = nth_card(table, session.answers.len()) else { return };
    if let Some(before) = session.answers.len().checked_sub(1).and_then(|before| nth_card(table, before)) {
        before.unchecked_into::<HtmlElement>().set_hidden(true);
    }
    let turn = next.query_selector("summary").ok().flatten();
    let next = next.unchecked_into::<HtmlElement>();
    next.set_hidden(false);
    // Focus fails on nothing that is in the page.
    let _ = next.focus();
    if let Some(turn) = turn {
        let _ = turn.unchecked_into::<HtmlElement>().focus();
    }
}

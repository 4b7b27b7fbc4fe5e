//! A session as it reacts in the browser: every answer shows the next card at once and is saved in the background. Without wasm the same
//! markup is a plain form for the first card, and the next page has the next one.

use leptos::{
    ev::{KeyboardEvent, MouseEvent},
    html,
    prelude::*,
    server_fn::ServerFn,
};
use serde::{Deserialize, Serialize};

use super::{
    actions::AnswerCard,
    model::{Event, Grade, Session},
};
use crate::drills::outbox::{Outbox, Refusal, SavingWords, saving_line, way_on};

/// A card in one language, and the answer's id and number. Plain text for `front`, sanitised HTML for `back`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CardText {
    pub review: String,
    /// `module/card`.
    pub card: String,
    pub number: i64,
    /// Which of the session's cards it is, in words.
    pub place: String,
    pub module: String,
    pub front: String,
    pub back: String,
}

/// What the page says around the cards.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Words {
    pub show: String,
    pub answer: String,
    pub how_well: String,
    /// In the order of [`Grade::ALL`].
    pub grades: [String; 4],
    pub enough: String,
    pub enough_text: String,
    pub to_today: String,
    pub recall_url: String,
    pub today_url: String,
    pub saving: SavingWords,
}

/// Where the reader goes on after an answer: at the card, ready to turn it.
#[derive(Clone, Copy)]
struct Places {
    card: NodeRef<html::Section>,
    details: NodeRef<html::Details>,
    turn: NodeRef<html::Summary>,
}

#[island]
pub fn RecallSession(cards: Vec<CardText>, words: Words) -> impl IntoView {
    let session = RwSignal::new(Session::start(cards.len()));
    let in_front = Memo::new(move |_| session.with(Session::card));
    let outbox = Outbox::<AnswerCard>::new(Refusal::EndsOne);
    let places = Places { card: NodeRef::new(), details: NodeRef::new(), turn: NodeRef::new() };
    let (cards, words) = (StoredValue::new(cards), StoredValue::new(words));

    let answer = move |grade: Grade| {
        // Whoever can tap an answer has turned the card, maybe before this program ran.
        session.update(|session| *session = session.apply(Event::Show).unwrap_or_else(|_| session.clone()));
        let card = in_front.get_untracked().and_then(|card| cards.with_value(|cards| cards.get(card).cloned()));
        let next = session.with_untracked(|session| session.apply(Event::Answer(grade)));
        let (Some(CardText { review, card, number, .. }), Ok(next)) = (card, next) else { return };
        outbox.send(AnswerCard { review, card, number, grade: grade.id().to_owned() });
        cover(places);
        session.set(next);
        go_on(places);
    };
    // Only while the reader is at the card: single keys belong to nobody else there.
    let press = move |event: KeyboardEvent| {
        let is_plain = !(event.ctrl_key() || event.alt_key() || event.meta_key() || event.repeat());
        if let Some(grade) = Grade::from_key(&event.key()).filter(|_| is_plain && is_turned(places)) {
            event.prevent_default();
            answer(grade);
        }
    };

    view! {
        <section class="recall" tabindex="-1" node_ref=places.card on:keydown=press>
            {move || words.with_value(|words| {
                let card = in_front.get().and_then(|card| cards.with_value(|cards| cards.get(card).cloned()));
                match card {
                    Some(card) => card_view(card, words, places, answer).into_any(),
                    None => view! {
                        {enough(words)}
                        {way_on(words.to_today.clone(), words.today_url.clone(), outbox.saving())}
                    }
                    .into_any(),
                }
            })}
        </section>
        <p class="meta" role="status">
            {move || words.with_value(|words| saving_line(&words.saving, outbox.saving().get(), words.recall_url.clone()))}
        </p>
    }
}

/// One card, as a form that also works by itself.
fn card_view<Answer: Fn(Grade) + Copy + Send + Sync + 'static>(
    card: CardText,
    words: &Words,
    places: Places,
    answer: Answer,
) -> impl IntoView + use<Answer> {
    let buttons = Grade::ALL.into_iter().zip(words.grades.clone()).map(|(grade, text)| {
        let say = move |event: MouseEvent| {
            event.prevent_default();
            answer(grade);
        };
        view! {
            <button name="grade" value=grade.id() aria-keyshortcuts=grade.key() on:click=say>
                <kbd aria-hidden="true">{grade.key()}</kbd> {text}
            </button>
        }
    });
    view! {
        <p class="kicker">{card.module} " · " {card.place}</p>
        <h2 class="says" id="front">{card.front}</h2>
        <details node_ref=places.details>
            <summary class="button" aria-describedby="front" node_ref=places.turn>
                <span class="closed">{words.show.clone()}</span>
                <span class="open">{words.answer.clone()}</span>
            </summary>
            <div class="prose" inner_html=card.back></div>
            <form method="post" action=AnswerCard::PATH>
                <input type="hidden" name="review" value=card.review/>
                <input type="hidden" name="card" value=card.card/>
                <input type="hidden" name="number" value=card.number.to_string()/>
                <fieldset>
                    <legend>{words.how_well.clone()}</legend>
                    <div class="grades">{buttons.collect_view()}</div>
                </fieldset>
            </form>
        </details>
    }
}

/// The end of a session, the same on the page that the server makes.
pub fn enough(words: &Words) -> impl IntoView + use<> {
    view! {
        <h2 class="says">{words.enough.clone()}</h2>
        <p>{words.enough_text.clone()}</p>
    }
}

/// Whether the back of the card can be seen.
#[cfg(feature = "hydrate")]
fn is_turned(places: Places) -> bool {
    places.details.get_untracked().is_some_and(|details| details.open())
}

#[cfg(not(feature = "hydrate"))]
fn is_turned(_places: Places) -> bool {
    false
}

/// The next card comes into the place of this one, which stays as it is unless told otherwise.
#[cfg(feature = "hydrate")]
fn cover(places: Places) {
    if let Some(details) = places.details.get_untracked() {
        details.set_open(false);
    }
}

#[cfg(not(feature = "hydrate"))]
fn cover(_places: Places) {}

/// The tapped button is gone: the reader goes on at the next card, which may be above what is in view.
#[cfg(feature = "hydrate")]
fn go_on(places: Places) {
    request_animation_frame(move || {
        if let Some(card) = places.card.get_untracked() {
            let _ = card.focus();
        }
        if let Some(turn) = places.turn.get_untracked() {
            let _ = turn.focus();
        }
    });
}

#[cfg(not(feature = "hydrate"))]
fn go_on(places: Places) {
    let _ = (places.card, places.turn, places.details);
}

//! The page of a phrase drill: the scene and the sentence above, and below it what is to be done next.

use leptos::prelude::*;

use super::{
    islands::PhrasePlayer,
    kind::{KIND, Phrase},
    model::State,
    views::Making,
};
use crate::{
    drills::{
        Run,
        pages::{kicker, minutes, new_attempt, saving_words, setting},
        phrase_book::{model::kept_id, store::find_phrase},
        playing::Played,
    },
    error::{Error, Result},
    storage::Flash,
    ui::{Form, Island, Page, Width, html},
    visit::Visit,
};

/// One can write at once: the attempt begins with that.
pub fn show_start(visit: &Visit, phrase: &Phrase) -> Page {
    let (t, head) = (visit.language, &phrase.0.head);
    let run = Run { attempt: new_attempt(), events: Vec::new() };
    let more = [setting(t, head), minutes(t, head)].join(" · ");
    show(visit, phrase, more, &Flash::default(), (run, State::start(), false))
}

/// What is to be done next; one's own sentences beside the models once it is done.
pub async fn show_run(visit: &Visit, phrase: &Phrase, run: Run) -> Result<Page> {
    let state = phrase.replay(&run.events).map_err(|_| Error::internal("an attempt cannot be replayed"))?;
    let is_kept = match state.is_done() {
        true => {
            let id = kept_id(&run.attempt, run.last_number());
            find_phrase(visit.db().read(), &visit.actor()?.permit_learning(), &id).await?.is_some()
        }
        false => false,
    };
    let more = setting(visit.language, &phrase.0.head);
    Ok(show(visit, phrase, more, &visit.flash().await?, (run, state, is_kept)))
}

fn show(
    visit: &Visit,
    phrase: &Phrase,
    more: String,
    flash: &Flash,
    (run, state, is_kept): (Run, State, bool),
) -> Page {
    let t = visit.language;
    let written = &phrase.0;
    let title = written.head.title.get(t.locale).clone();
    let is_new = run.events.is_empty();
    let played = Played::of(&written.head, run);
    let parts = Making { t, written, played: &played, state: &state }.parts();
    let entered = [flash.value("said").map(str::to_owned), flash.error("said").map(|key| t.t(key).into_owned())];
    let (rules, words) = (phrase.rules(), saving_words(t));
    let body = view! {
        <div class="head">
            {kicker(visit, &written.head, KIND.name(t), more)}
            <h1>{title.clone()}</h1>
        </div>
        {Form { language: t, flash }.error_summary()}
        {html("prose", written.prompt.get(t.locale))}
        <blockquote class="says" inner_html=written.sentence.get(t.locale).0.clone()></blockquote>
        <PhrasePlayer parts=parts rules=rules words=words played=played state=state entered=entered is_kept=is_kept/>
        {is_new.then(|| view! { <p class="meta">{t.t("drill-private")}</p> })}
    };
    Page::new(title, Width::Reading, body).with_island(Island::Phrase)
}

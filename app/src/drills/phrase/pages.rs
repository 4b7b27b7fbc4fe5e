//! The page of a phrase drill: the scene and the sentence above, and below it what is to be done next.

use leptos::prelude::*;
use uuid::Uuid;

use super::{desk::Entered, islands::PhrasePlayer, model::State, rehearsal::Rehearsal, script::script};
use crate::{
    drills::{
        Run,
        pages::{kicker, minutes, setting},
        phrase_book::{model::kept_id, store::find_phrase},
        playing::Played,
    },
    error::{Error, Result},
    ui::{Form, Page, Width, html},
    visit::Visit,
};

/// One can write at once: the attempt begins with that.
pub fn show_start(visit: &Visit, rehearsal: &Rehearsal) -> Page {
    let run = Run { attempt: Uuid::new_v4().to_string(), events: Vec::new() };
    let entered = Entered { form: Uuid::new_v4().to_string(), ..Entered::default() };
    let more = [setting(visit.language, &rehearsal.written.head), minutes(visit.language, &rehearsal.written.head)];
    show(visit, rehearsal, more.join(" · "), (), (run, State::start(), entered, false))
}

/// What is to be done next; one's own sentences beside the models once it is done.
pub async fn show_run(visit: &Visit, rehearsal: &Rehearsal<'_>, run: Run) -> Result<Page> {
    let t = visit.language;
    let state = rehearsal.replay(&run.events).map_err(|_| Error::internal("an attempt cannot be replayed"))?;
    let flash = visit.flash().await?;
    let summary = Form { language: t, flash: &flash }.error_summary();
    let entered = Entered {
        form: Uuid::new_v4().to_string(),
        said: flash.value("said").map(str::to_owned),
        fault: flash.error("said").map(|message| t.t(message).into_owned()),
    };
    let is_kept = match rehearsal.keeps && state.is_done() {
        true => {
            let id = kept_id(&run.attempt, run.last_number());
            find_phrase(visit.db().read(), &visit.actor()?.permit_learning(), &id).await?.is_some()
        }
        false => false,
    };
    let more = setting(t, &rehearsal.written.head);
    Ok(show(visit, rehearsal, more, summary, (run, state, entered, is_kept)))
}

fn show(
    visit: &Visit,
    rehearsal: &Rehearsal,
    more: String,
    summary: impl IntoView + 'static,
    (run, state, entered, kept): (Run, State, Entered, bool),
) -> Page {
    let t = visit.language;
    let written = rehearsal.written;
    let title = written.head.title.get(t.locale).clone();
    let is_new = run.events.is_empty();
    let played = Played::of(&written.head, run);
    let body = view! {
        <div class="head">
            {kicker(visit, &written.head, rehearsal.kind.name(t), more)}
            <h1>{title.clone()}</h1>
        </div>
        {summary}
        {html("prose", written.prompt.get(t.locale))}
        <blockquote class="says" inner_html=written.sentence.get(t.locale).0.clone()></blockquote>
        <PhrasePlayer script=script(rehearsal, t) played=played state=state entered=entered kept=kept/>
        {is_new.then(|| view! { <p class="meta">{t.t("drill-private")}</p> })}
    };
    Page::new(title, Width::Reading, body).with_islands()
}

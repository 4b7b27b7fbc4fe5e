//! What is stored of one's voice, and until when.

use leptos::{prelude::*, server_fn::ServerFn, tachys::view::any_view::AnyView};

use super::{
    actions::DeleteRecording,
    model::KEPT_DAYS,
    store::{Line, list_recordings},
    views::sound,
};
use crate::{
    activity::model::day_of,
    error::Result,
    routes::to,
    ui::{Page, Width, hidden, notice},
    visit::Visit,
};

pub async fn show_recordings(visit: Visit) -> Result<Page> {
    let t = visit.language;
    let permit = visit.actor()?.permit_learning();
    let lines = list_recordings(visit.db().read(), &permit, visit.now).await?;
    let done = visit.query("done").map(|_| notice(t.t("recording-deleted")));
    let list = if lines.is_empty() {
        view! { <p>{t.t("recordings-none")}</p> }.into_any()
    } else {
        let lines = lines.iter().map(|line| item(&visit, line)).collect_view();
        view! { <ul class="sounds">{lines}</ul> }.into_any()
    };
    let body = view! {
        <div class="head">
            <h1>{t.t("recordings")}</h1>
            <p class="lead">{t.with("recordings-lead", &[("days", KEPT_DAYS.into())])}</p>
        </div>
        {done}
        {list}
    };
    Ok(Page::new(t.t("recordings"), Width::Reading, body))
}

fn item(visit: &Visit, line: &Line) -> AnyView {
    let t = visit.language;
    let zone = visit.actor.as_ref().map_or("UTC", |actor| &actor.time_zone);
    let library = visit.library();
    let drill = line.item.split_once('/').and_then(|(module, drill)| library.drill(module, drill));
    let title = drill.map_or_else(|| line.item.clone(), |drill| drill.head().title.get(t.locale).clone());
    let made = t.moment(line.created_at, zone);
    let until = t.with("recording-until", &[("day", t.day(day_of(line.delete_after, zone)).into())]);
    let kilobytes = t.number((line.bytes + 1023) / 1024);
    let size = match line.seconds {
        Some(seconds) => {
            t.with("recording-size-seconds", &[("seconds", seconds.into()), ("kilobytes", kilobytes.into())])
        }
        None => t.with("recording-size", &[("kilobytes", kilobytes.into())]),
    };
    let shared = if line.is_shared == 1 { t.t("recording-is-shared") } else { t.t("recording-is-own") };
    let named = line.attempt_id.as_ref().map_or_else(
        || view! { <span>{title.clone()}</span> }.into_any(),
        |attempt| view! { <a href=to::attempt(attempt).into_string()>{title.clone()}</a> }.into_any(),
    );
    view! {
        <li>
            {named}
            <span class="meta">{format!("{made} · {size}")}</span>
            <p class="meta">{format!("{until} · {shared}")}</p>
            {sound(t, &line.id, format!("{}: {title}, {made}", t.t("recording-own")))}
            <form method="post" action=DeleteRecording::PATH>
                {hidden("recording", line.id.clone())}
                <button class="text" aria-label=format!("{}: {title}, {made}", t.t("recording-delete"))>{t.t("recording-delete")}</button>
            </form>
        </li>
    }
    .into_any()
}

//! The recorder and the player, as other rooms put them on their pages.

use leptos::{prelude::*, server_fn::ServerFn, tachys::view::any_view::AnyView};
use uuid::Uuid;

use super::{
    actions::UploadRecording,
    islands::{Deed, KEYS, Recorder, Words},
};
use crate::{activity::model::day_of, language::Language, routes::to, storage::Flash, visit::Visit};

/// Records the next step of an attempt, or takes a file with it. The page needs islands and the microphone.
pub fn recorder(t: Language, flash: &Flash, attempt: &str, item: &str, version: &str, number: i64) -> AnyView {
    let fields = [
        ("attempt", attempt.to_owned()),
        ("item", item.to_owned()),
        ("version", version.to_owned()),
        ("number", number.to_string()),
    ];
    let next_url = to::attempt(attempt).into_string();
    let deed = Deed {
        upload_url: UploadRecording::PATH.to_owned(),
        recordings_url: to::recordings().into_string(),
        sign_in_url: to::sign_in(Some(&next_url)).into_string(),
        next_url,
        form: Uuid::new_v4().to_string(),
        recording: Uuid::new_v4().to_string(),
        fields: fields.into_iter().map(|(name, value)| (name.to_owned(), value)).collect(),
        error: flash.error("file").map(|error| t.t(error).into_owned()),
    };
    view! { <Recorder deed=deed words=words(t)/> }.into_any()
}

/// Plays a recording, and says until when it is kept; says that it is deleted where there is none any more.
pub fn player(visit: &Visit, recording: &str, kept_until: Option<i64>) -> AnyView {
    let t = visit.language;
    let Some(kept_until) = kept_until else { return view! { <p class="mine">{t.t("recording-gone")}</p> }.into_any() };
    let zone = visit.actor.as_ref().map_or("UTC", |actor| &actor.time_zone);
    let until = t.with("recording-until", &[("day", t.day(day_of(kept_until, zone)).into())]);
    view! {
        {sound(t, recording, t.t("recording-own").into_owned())}
        <p class="meta">{until} " " <a href=to::recordings().into_string()>{t.t("recordings")}</a></p>
    }
    .into_any()
}

/// The player alone.
pub fn sound(t: Language, recording: &str, label: String) -> AnyView {
    let url = to::recording(recording).into_string();
    let link = url.clone();
    view! {
        <audio controls preload="none" src=url aria-label=label>
            <a href=link>{t.t("recording-download")}</a>
        </audio>
    }
    .into_any()
}

fn words(t: Language) -> Words {
    Words(KEYS.map(|key| (key.to_owned(), t.t(key).into_owned())).into())
}

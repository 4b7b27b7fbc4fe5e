//! The recorder: record, stop, play back, record again, and hand in. Every state is said in words. Without wasm, and wherever the browser cannot
//! record, the same place holds a form with a file field, which opens a phone's own recorder.

use leptos::{prelude::*, tachys::view::any_view::AnyView};
use serde::{Deserialize, Serialize};

use super::{browser, model::MOST_SECONDS};

/// What the recorder hands in, and where.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Deed {
    pub upload_url: String,
    /// Where it goes on afterwards.
    pub next_url: String,
    pub sign_in_url: String,
    /// Where one of those kept can be deleted.
    pub recordings_url: String,
    /// The id of the plain form, and of the recording that it sends.
    pub form: String,
    pub recording: String,
    /// What both send: names and values.
    pub fields: Vec<(String, String)>,
    /// What was wrong with the plain form.
    pub error: Option<String>,
}

/// The messages that the recorder needs, by their keys. A list, not a struct with a field for each: reading such a struct takes browsers
/// many times as much code.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Words(pub Vec<(String, String)>);

/// All of them.
pub const KEYS: [&str; 31] = [
    "recordings",
    "recording-file",
    "recording-file-hint",
    "recording-file-send",
    "recorder-ready",
    "recorder-asking",
    "recorder-recording",
    "recorder-recorded",
    "recorder-sending",
    "recorder-saved",
    "recorder-unsaved",
    "recorder-no-room",
    "recorder-signed-out",
    "recorder-sign-in",
    "recorder-overtaken",
    "recorder-reload",
    "recorder-start",
    "recorder-stop",
    "recorder-again",
    "recorder-send",
    "recording-own",
    "recorder-seconds",
    "recorder-full",
    "recorder-no-microphone",
    "recorder-denied",
    "recorder-busy",
    "recorder-insecure",
    "recording-silent",
    "recording-too-large",
    "recording-too-many",
    "recorder-failed",
];

impl Words {
    fn get(&self, key: &str) -> String {
        self.0.iter().find(|(known, _)| known == key).map(|(_, text)| text.clone()).unwrap_or_default()
    }
}

/// Where the recorder stands.
#[cfg_attr(not(feature = "hydrate"), allow(dead_code, reason = "only a browser gets further"))]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stage {
    /// The form alone: no script yet, or none that can record.
    Plain,
    Ready,
    /// The browser asks whether it may.
    Asking,
    Recording,
    Recorded,
    Sending,
    /// Sent again by itself.
    Unsaved,
    Saved,
}

/// What needs saying beside that.
#[cfg_attr(not(feature = "hydrate"), allow(dead_code, reason = "only a browser meets them"))]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Problem {
    NoMicrophone,
    Denied,
    /// Another program holds the microphone.
    Busy,
    /// No HTTPS: browsers give no microphone then.
    Insecure,
    Silent,
    /// Stopped by itself: 90 seconds.
    Full,
    TooLarge,
    /// So many are kept already that one must go first.
    TooMany,
    /// The server cannot store it at the moment.
    NoRoom,
    SignedOut,
    /// Another tab or device went on with this attempt.
    Overtaken,
    Failed,
}

/// What the recorder shows.
#[derive(Clone, Copy)]
pub struct Panel {
    pub stage: RwSignal<Stage>,
    pub problem: RwSignal<Option<Problem>>,
    pub seconds: RwSignal<u32>,
    /// Where the browser keeps what was just recorded.
    pub sound: RwSignal<String>,
    pub deed: StoredValue<Deed>,
}

#[island]
pub fn Recorder(deed: Deed, words: Words) -> impl IntoView {
    let panel = Panel {
        stage: RwSignal::new(Stage::Plain),
        problem: RwSignal::new(None),
        seconds: RwSignal::new(0),
        sound: RwSignal::new(String::new()),
        deed: StoredValue::new(deed.clone()),
    };
    let words = StoredValue::new(words);
    Effect::new(move || browser::prepare(panel));
    view! {
        <div class="recorder" hidden=move || panel.stage.get() == Stage::Plain>
            <p role="timer" class="seconds">{move || words.with_value(|words| seconds(words, panel))}</p>
            <div hidden=move || !matches!(panel.stage.get(), Stage::Recorded | Stage::Sending | Stage::Unsaved)>
                <audio controls src=move || Some(panel.sound.get()).filter(|url| !url.is_empty()) aria-label=words.with_value(|words| words.get("recording-own"))></audio>
            </div>
            <div class="actions">{move || words.with_value(|words| buttons(words, panel))}</div>
        </div>
        <div role="status">
            <p>{move || words.with_value(|words| stage_words(words, panel.stage.get()))}</p>
            {move || words.with_value(|words| problem_words(words, panel))}
        </div>
        <div hidden=move || !needs_file(panel)>{words.with_value(|words| file_form(words, &deed))}</div>
    }
}

/// The file field stands in wherever the browser cannot record, and stays where something was wrong with what it sent.
fn needs_file(panel: Panel) -> bool {
    let cannot = [Problem::NoMicrophone, Problem::Denied, Problem::Busy, Problem::Insecure];
    let is_come_back_to = panel.deed.with_value(|deed| deed.error.is_some());
    panel.stage.get() == Stage::Plain
        || is_come_back_to
        || panel.problem.get().is_some_and(|problem| cannot.contains(&problem))
}

fn seconds(words: &Words, panel: Panel) -> String {
    format!("{} / {MOST_SECONDS} {}", panel.seconds.get(), words.get("recorder-seconds"))
}

fn buttons(words: &Words, panel: Panel) -> AnyView {
    let start = move |_| browser::start(panel);
    match panel.stage.get() {
        Stage::Ready => {
            view! { <button type="button" class="primary" on:click=start>{words.get("recorder-start")}</button> }.into_any()
        }
        Stage::Recording => {
            view! { <button type="button" class="primary" on:click=move |_| browser::stop()>{words.get("recorder-stop")}</button> }
                .into_any()
        }
        Stage::Recorded => view! {
            <button type="button" class="primary" on:click=move |_| browser::send(panel)>{words.get("recorder-send")}</button>
            <button type="button" on:click=start>{words.get("recorder-again")}</button>
        }
        .into_any(),
        _ => ().into_any(),
    }
}

fn stage_words(words: &Words, stage: Stage) -> String {
    match stage {
        Stage::Plain => String::new(),
        Stage::Ready => words.get("recorder-ready"),
        Stage::Asking => words.get("recorder-asking"),
        Stage::Recording => words.get("recorder-recording"),
        Stage::Recorded => words.get("recorder-recorded"),
        Stage::Sending => words.get("recorder-sending"),
        Stage::Unsaved => words.get("recorder-unsaved"),
        Stage::Saved => words.get("recorder-saved"),
    }
}

fn problem_words(words: &Words, panel: Panel) -> Option<AnyView> {
    let key = match panel.problem.get()? {
        Problem::NoMicrophone => "recorder-no-microphone",
        Problem::Denied => "recorder-denied",
        Problem::Busy => "recorder-busy",
        Problem::Insecure => "recorder-insecure",
        Problem::Silent => "recording-silent",
        Problem::Full => "recorder-full",
        Problem::TooLarge => "recording-too-large",
        Problem::TooMany => "recording-too-many",
        Problem::NoRoom => "recorder-no-room",
        Problem::SignedOut => "recorder-signed-out",
        Problem::Overtaken => "recorder-overtaken",
        Problem::Failed => "recorder-failed",
    };
    let link = panel.deed.with_value(|deed| match panel.problem.get_untracked() {
        // In another tab: the recording is in this one.
        Some(Problem::SignedOut) => Some(
            view! { " " <a href=deed.sign_in_url.clone() target="_blank">{words.get("recorder-sign-in")}</a> }
                .into_any(),
        ),
        Some(Problem::TooMany) => Some(
            view! { " " <a href=deed.recordings_url.clone() target="_blank">{words.get("recordings")}</a> }.into_any(),
        ),
        Some(Problem::Overtaken) => {
            Some(view! { " " <a href=deed.next_url.clone()>{words.get("recorder-reload")}</a> }.into_any())
        }
        _ => None,
    });
    Some(view! { <p class="error">{words.get(key)} {link}</p> }.into_any())
}

fn file_form(words: &Words, deed: &Deed) -> AnyView {
    let hidden = |name: &str, value: &str| view! { <input type="hidden" name=name.to_owned() value=value.to_owned()/> };
    let fields = deed.fields.iter().map(|(name, value)| hidden(name, value)).collect_view();
    let error = deed.error.clone().map(|error| view! { <p class="error" id="file-error">{error}</p> });
    let is_invalid = error.is_some();
    let described_by = if is_invalid { "file-hint file-error" } else { "file-hint" };
    view! {
        <form method="post" action=deed.upload_url.clone() enctype="multipart/form-data">
            {hidden("form", &deed.form)}
            {hidden("recording", &deed.recording)}
            {fields}
            <div class="field">
                <label for="file">{words.get("recording-file")}</label>
                <p class="hint" id="file-hint">{words.get("recording-file-hint")}</p>
                {error}
                <input id="file" name="file" type="file" accept="audio/*" capture="user" required aria-describedby=described_by
                    aria-invalid=is_invalid.then_some("true")/>
            </div>
            <div class="actions"><button>{words.get("recording-file-send")}</button></div>
        </form>
    }
    .into_any()
}

#[cfg(test)]
mod tests {
    use super::KEYS;

    #[test]
    fn every_word_that_is_shown_is_handed_over() {
        let source = include_str!("islands.rs").split("mod tests").next().unwrap_or_default();
        let after_keys = source.split("impl Words").nth(1).unwrap_or_default();
        let shown: Vec<&str> =
            after_keys.split('"').filter(|text| text.starts_with("recorder-") || KEYS.contains(text)).collect();
        assert!(shown.len() >= KEYS.len() && shown.iter().all(|key| KEYS.contains(key)), "{shown:?}");
        assert!(KEYS.iter().all(|key| shown.contains(key)), "{shown:?}");
    }
}

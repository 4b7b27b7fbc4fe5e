//! From the microphone to a take.

use std::{cell::RefCell, time::Duration};

use js_sys::{Array, Date, Reflect};
use leptos::{
    leptos_dom::helpers::IntervalHandle,
    prelude::*,
    task::spawn_local,
    wasm_bindgen::{JsCast, JsValue, closure::Closure},
};
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    BeforeUnloadEvent, Blob, BlobEvent, BlobPropertyBag, DomException, MediaRecorder, MediaRecorderOptions,
    MediaStream, MediaStreamConstraints, MediaStreamTrack, Url,
};

use super::Panel;
use crate::recordings::{
    islands::{Problem, Stage},
    model::{MOST_BYTES, MOST_SECONDS},
};

/// For speech: 90 seconds stay far below the most bytes.
const BITS_A_SECOND: u32 = 64_000;

/// What the browser records in, the one that plays everywhere first.
const KINDS: [&str; 4] = ["audio/mp4", "audio/webm;codecs=opus", "audio/webm", "audio/ogg;codecs=opus"];

/// What was recorded last.
#[derive(Clone)]
pub struct Take {
    /// The recording's id: the same for each time that it is sent.
    pub id: String,
    pub sound: Blob,
    pub seconds: u32,
}

/// A take that is going on.
struct Running {
    recorder: MediaRecorder,
    stream: MediaStream,
    pieces: Array,
    bytes: f64,
    since: f64,
    clock: Option<IntervalHandle>,
}

thread_local! {
    // One recorder a page; neither of the two can leave this thread.
    static RUNNING: RefCell<Option<Running>> = const { RefCell::new(None) };
    static TAKE: RefCell<Option<Take>> = const { RefCell::new(None) };
}

pub fn take() -> Option<Take> {
    TAKE.with_borrow(Clone::clone)
}

/// Offers the recorder where the browser can record; says why not where it may not.
pub fn prepare(panel: Panel) {
    let window = window();
    if !window.is_secure_context() {
        return panel.problem.set(Some(Problem::Insecure));
    }
    let can_record = Reflect::has(&window, &JsValue::from_str("MediaRecorder")).unwrap_or(false);
    if can_record && window.navigator().media_devices().is_ok() {
        panel.stage.set(Stage::Ready);
        warn_of_leaving(panel);
    }
}

/// Leaving with a take that is not saved is asked about.
fn warn_of_leaving(panel: Panel) {
    let warn = Closure::<dyn Fn(BeforeUnloadEvent)>::new(move |event: BeforeUnloadEvent| {
        let unsaved = [Stage::Recording, Stage::Recorded, Stage::Sending, Stage::Unsaved];
        if unsaved.contains(&panel.stage.get_untracked()) {
            event.prevent_default();
        }
    });
    let _ = window().add_event_listener_with_callback("beforeunload", warn.as_ref().unchecked_ref());
    warn.forget();
}

/// Asks for the microphone and begins; what was recorded before is given up only then.
pub fn start(panel: Panel) {
    let before = panel.stage.get_untracked();
    panel.problem.set(None);
    panel.stage.set(Stage::Asking);
    spawn_local(async move {
        let begun = match open_microphone().await {
            Ok(stream) => begin(panel, stream),
            Err(problem) => Err(problem),
        };
        if let Err(problem) = begun {
            panel.problem.set(Some(problem));
            panel.stage.set(before);
        }
    });
}

async fn open_microphone() -> Result<MediaStream, Problem> {
    let devices = window().navigator().media_devices().map_err(|_| Problem::Failed)?;
    let constraints = MediaStreamConstraints::new();
    constraints.set_audio(&JsValue::TRUE);
    let asked = devices.get_user_media_with_constraints(&constraints).map_err(why)?;
    let stream = JsFuture::from(asked).await.map_err(why)?;
    Ok(stream.unchecked_into())
}

/// What the browser's refusal means.
fn why(error: JsValue) -> Problem {
    let name = error.dyn_into::<DomException>().map(|error| error.name()).unwrap_or_default();
    match name.as_str() {
        "NotAllowedError" => Problem::Denied,
        "NotFoundError" | "OverconstrainedError" => Problem::NoMicrophone,
        "NotReadableError" | "AbortError" => Problem::Busy,
        "SecurityError" => Problem::Insecure,
        _ => Problem::Failed,
    }
}

fn begin(panel: Panel, stream: MediaStream) -> Result<(), Problem> {
    let options = MediaRecorderOptions::new();
    options.set_audio_bits_per_second(BITS_A_SECOND);
    if let Some(kind) = KINDS.into_iter().find(|kind| MediaRecorder::is_type_supported(kind)) {
        options.set_mime_type(kind);
    }
    let recorder = MediaRecorder::new_with_media_stream_and_media_recorder_options(&stream, &options);
    let recorder = recorder.map_err(|_| {
        close(&stream);
        Problem::Failed
    })?;
    let piece = Closure::<dyn Fn(BlobEvent)>::new(move |event: BlobEvent| keep_piece(panel, &event));
    let stopped = Closure::<dyn Fn()>::new(move || finish(panel));
    recorder.set_ondataavailable(Some(piece.as_ref().unchecked_ref()));
    recorder.set_onstop(Some(stopped.as_ref().unchecked_ref()));
    piece.forget();
    stopped.forget();
    recorder.start_with_time_slice(1000).map_err(|_| {
        close(&stream);
        Problem::Failed
    })?;
    let clock = set_interval_with_handle(move || tick(panel), Duration::from_millis(250)).ok();
    let running = Running { recorder, stream, pieces: Array::new(), bytes: 0.0, since: Date::now(), clock };
    RUNNING.set(Some(running));
    TAKE.set(None);
    panel.seconds.set(0);
    panel.stage.set(Stage::Recording);
    Ok(())
}

/// Shows the seconds, and stops by itself.
fn tick(panel: Panel) {
    let Some(since) = RUNNING.with_borrow(|running| running.as_ref().map(|running| running.since)) else { return };
    let seconds = ((Date::now() - since) / 1000.0) as u32;
    panel.seconds.set(seconds.min(MOST_SECONDS));
    if seconds >= MOST_SECONDS {
        panel.problem.set(Some(Problem::Full));
        stop();
    }
}

fn keep_piece(panel: Panel, event: &BlobEvent) {
    let Some(piece) = event.data() else { return };
    let is_too_large = RUNNING.with_borrow_mut(|running| {
        let Some(running) = running.as_mut() else { return false };
        running.bytes += piece.size();
        running.pieces.push(&piece);
        running.bytes > MOST_BYTES as f64
    });
    if is_too_large {
        panel.problem.set(Some(Problem::TooLarge));
        stop();
    }
}

pub fn stop() {
    // Not while it is borrowed: the browser may call back at once.
    let recorder = RUNNING.with_borrow(|running| running.as_ref().map(|running| running.recorder.clone()));
    if let Some(recorder) = recorder {
        let _ = recorder.stop();
    }
}

/// Stopped: by the learner, by the limit, or because the microphone went away.
fn finish(panel: Panel) {
    let Some(running) = RUNNING.take() else { return };
    close(&running.stream);
    if let Some(clock) = running.clock {
        clock.clear();
    }
    let seconds = (((Date::now() - running.since) / 1000.0).round() as u32).min(MOST_SECONDS);
    let kind = BlobPropertyBag::new();
    kind.set_type(&running.recorder.mime_type());
    let sound = Blob::new_with_blob_sequence_and_options(&running.pieces, &kind);
    let (Ok(sound), Ok(crypto)) = (sound, window().crypto()) else { return give_up(panel, Problem::Failed) };
    if running.bytes > MOST_BYTES as f64 {
        return give_up(panel, Problem::TooLarge);
    }
    if seconds == 0 || running.bytes == 0.0 {
        return give_up(panel, Problem::Silent);
    }
    let old = panel.sound.get_untracked();
    if !old.is_empty() {
        let _ = Url::revoke_object_url(&old);
    }
    panel.sound.set(Url::create_object_url_with_blob(&sound).unwrap_or_default());
    TAKE.set(Some(Take { id: crypto.random_uuid(), sound, seconds }));
    panel.seconds.set(seconds);
    panel.stage.set(Stage::Recorded);
}

fn give_up(panel: Panel, problem: Problem) {
    panel.seconds.set(0);
    panel.problem.set(Some(problem));
    panel.stage.set(Stage::Ready);
}

/// The browser shows that the microphone is off again.
fn close(stream: &MediaStream) {
    for track in stream.get_tracks() {
        track.unchecked_into::<MediaStreamTrack>().stop();
    }
}

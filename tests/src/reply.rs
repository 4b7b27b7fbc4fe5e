//! An attempt at an open drill, as a client keeps it.

use uuid::Uuid;

use super::{Answer, Browser, RECORD_STEP, Stage};

pub const UPLOAD: &str = "/api/recordings";

/// An open drill of the built-in content that tests answer.
pub const OPEN: &str = "appreciative-communication/gone-by-six";

/// The first bytes of a sound, and some more.
pub const SOUND: &[u8] = b"OggS\0\x02 not much to hear \0\xff\r\n--";

/// One run through [`OPEN`], in the version that the server has.
#[derive(Clone, Debug)]
pub struct Reply {
    pub attempt: String,
    pub version: String,
}

impl Reply {
    /// A new attempt; nothing is stored yet.
    pub async fn begin(stage: &Stage) -> Reply {
        let row = sqlx::query_scalar(
            "SELECT version FROM content_versions WHERE item = $1 AND kind = 'open' ORDER BY created_at DESC LIMIT 1",
        );
        Reply { attempt: Uuid::new_v4().to_string(), version: row.bind(OPEN).fetch_one(stage.db.read()).await.unwrap() }
    }

    pub fn again(&self) -> Reply {
        Reply { attempt: Uuid::new_v4().to_string(), ..self.clone() }
    }

    /// Where the first answer is given.
    pub fn start_url(&self) -> String {
        let (module, drill) = OPEN.split_once('/').unwrap();
        format!("/modules/{module}/drills/{drill}?attempt={}", self.attempt)
    }

    pub fn url(&self) -> String {
        format!("/attempts/{}", self.attempt)
    }

    /// Sends a step as a form does.
    pub async fn step(&self, browser: &Browser, number: i64, event: &str, more: &[(&str, &str)]) -> Answer {
        let number = number.to_string();
        let fields = [
            ("form", &*Uuid::new_v4().to_string()),
            ("attempt", &self.attempt),
            ("item", OPEN),
            ("version", &self.version),
            ("number", &number),
            ("event", event),
        ];
        let fields: Vec<(&str, &str)> = fields.into_iter().chain(more.iter().copied()).collect();
        browser.post_once(RECORD_STEP, &fields).await
    }

    /// Answers with a recording, as the island sends it.
    pub async fn speak(&self, browser: &Browser, number: i64, recording: &str, sound: &[u8]) -> Answer {
        let number = number.to_string();
        browser.post_bytes(UPLOAD, &self.spoken(recording, &number, "3"), sound, true).await
    }

    /// The fields beside a recording.
    pub fn spoken<'a>(&'a self, recording: &'a str, number: &'a str, seconds: &'a str) -> [(&'a str, &'a str); 6] {
        [
            ("recording", recording),
            ("attempt", &self.attempt),
            ("item", OPEN),
            ("version", &self.version),
            ("number", number),
            ("seconds", seconds),
        ]
    }

    /// From a spoken answer to a decision (`keep` or `share`); the recording's id.
    pub async fn speak_and(&self, browser: &Browser, decision: &str) -> String {
        let recording = Uuid::new_v4().to_string();
        self.speak(browser, 1, &recording, SOUND).await.is(200);
        self.step(browser, 2, "mark", &[("marks[]", "0")]).await.is(303);
        self.step(browser, 3, decision, &[]).await.is(303);
        recording
    }
}

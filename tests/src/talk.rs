//! An attempt at a dialogue, as a client keeps it.

use app::drills::dialogue::{
    content::Dialogue,
    model::{Event, Plot, State},
};
use reqwest::StatusCode;
use uuid::Uuid;

use super::{Browser, ITEM, Stage};

pub const RECORD_STEP: &str = "/api/drills/record-step";

/// One run through [`ITEM`], in the version that the server has.
#[derive(Clone, Debug)]
pub struct Talk {
    pub attempt: String,
    pub version: String,
    pub dialogue: Dialogue,
}

impl Talk {
    /// A new attempt; nothing is stored yet.
    pub async fn begin(stage: &Stage) -> Talk {
        let row = sqlx::query_as(
            "SELECT version, body FROM content_versions WHERE item = $1 AND kind = 'dialogue' ORDER BY created_at DESC LIMIT 1",
        );
        let (version, body): (String, String) = row.bind(ITEM).fetch_one(stage.db.read()).await.unwrap();
        Talk { attempt: Uuid::new_v4().to_string(), version, dialogue: serde_json::from_str(&body).unwrap() }
    }

    /// The same talk from the start again.
    pub fn again(&self) -> Talk {
        Talk { attempt: Uuid::new_v4().to_string(), ..self.clone() }
    }

    /// What a step's form sends.
    pub fn fields(&self, number: i64, event: &str) -> Vec<(&'static str, String)> {
        vec![
            ("attempt", self.attempt.clone()),
            ("item", ITEM.to_owned()),
            ("version", self.version.clone()),
            ("number", number.to_string()),
            ("event", event.to_owned()),
        ]
    }

    /// Sends a step as the island does.
    pub async fn step(&self, browser: &Browser, number: i64, event: &str) -> reqwest::Result<StatusCode> {
        let fields = self.fields(number, event);
        let fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (*name, value.as_str())).collect();
        browser.post_in_background(RECORD_STEP, &fields).await
    }

    /// A way to an ending: always the first choice.
    pub fn way(&self) -> Vec<String> {
        let plot = Plot::from(&self.dialogue);
        let (mut state, mut way) = (State::start(&plot), Vec::new());
        while state.outcome(&plot).is_none() {
            state = state.apply(&plot, Event::Choose(0)).unwrap();
            way.push("0".to_owned());
        }
        way
    }
}

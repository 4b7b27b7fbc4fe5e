//! What a dialogue looks like while it is played: pieces of view that server and island share, with all texts given to them.

use leptos::prelude::*;
use serde::{Deserialize, Serialize};

use super::{
    model::{Plot, State, Turn},
    mood::Mood,
};
use crate::drills::outbox::SavingWords;

/// A dialogue in one language, without explanations: those come afterwards, from the server.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Script {
    pub plot: Plot,
    /// By position, as in the plot; empty for passages.
    pub scenes: Vec<SceneText>,
    pub words: Words,
}

/// Sanitised HTML for `seen`, `says` and `after`; plain text for `choices`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct SceneText {
    pub seen: String,
    pub says: String,
    pub after: String,
    pub choices: Vec<String>,
    /// How long the customer waits for an answer, where time is switched on.
    pub seconds: u32,
}

/// What the page says around the dialogue.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Words {
    pub mood: String,
    pub customer_says: String,
    pub you_answer: String,
    pub tension: String,
    pub trust: String,
    /// Low, middling, high.
    pub levels: [String; 3],
    /// Fell, rose: `, eben gesunken`.
    pub changes: [String; 2],
    pub back: String,
    pub later: String,
    pub to_debrief: String,
    /// Switches the time on, and off again.
    pub time: [String; 2],
    /// `Noch {n} Sekunden`, with a place for the number.
    pub seconds_left: String,
    /// Time ran out.
    pub waited: String,
    pub saving: SavingWords,
}

impl Words {
    /// A level from 0 to [`Mood::MAX`] in a word, with the change since the turn before.
    pub fn level(&self, value: i8, before: Option<i8>) -> String {
        let level = &self.levels[match value {
            ..=1 => 0,
            2..=4 => 1,
            5.. => 2,
        }];
        let change = match before.map(|before| value - before) {
            Some(..=-1) => &self.changes[0],
            Some(1..) => &self.changes[1],
            _ => "",
        };
        format!("{level}{change}")
    }
}

/// Tension lifts the customer above the line, missing trust lowers you below it; without the one and with full trust both meet on it.
fn heights(mood: Mood) -> (i32, i32) {
    (60 - 8 * i32::from(mood.tension), 60 + 8 * i32::from(Mood::MAX - mood.trust))
}

/// The two dots at the eye line, and the way they have come. Decoration: [`mood_words`] says the same.
pub fn mood_line(turns: &[Turn], mood: Mood, longest: usize) -> impl IntoView + use<> {
    // In tenths of a percent: browsers need not load how fractions are written.
    let x = |turn: usize| {
        let tenths = 60 + 880 * turn / longest.max(1);
        format!("{}.{}%", tenths / 10, tenths % 10)
    };
    let way = turns.iter().enumerate().map(|(number, turn)| {
        let ((customer_1, you_1), (customer_2, you_2)) = (heights(turn.before), heights(turn.after));
        view! {
            <line class="customer was" x1=x(number) y1=customer_1 x2=x(number + 1) y2=customer_2/>
            <line class="you was" x1=x(number) y1=you_1 x2=x(number + 1) y2=you_2/>
        }
    });
    let way = way.collect_view();
    let (customer, you) = heights(mood);
    view! {
        <svg class="eye" height="120" aria-hidden="true">
            <line x1="0" x2="100%" y1="60" y2="60"/>
            {way}
            <circle class="customer" cx=x(turns.len()) cy=customer r="7"/>
            <circle class="you" cx=x(turns.len()) cy=you r="7"/>
        </svg>
    }
}

/// The mood in words.
pub fn mood_words(words: &Words, mood: Mood, before: Option<Mood>) -> impl IntoView + use<> {
    let tension = words.level(mood.tension, before.map(|before| before.tension));
    let trust = words.level(mood.trust, before.map(|before| before.trust));
    view! {
        <dl>
            <div class="tension"><dt>{words.tension.clone()}</dt><dd>{tension}</dd></div>
            <div><dt>{words.trust.clone()}</dt><dd>{trust}</dd></div>
        </dl>
    }
}

/// The mood of a state: dots and words.
pub fn mood_of(script: &Script, state: &State) -> impl IntoView + use<> {
    let before = state.mood_before();
    view! {
        {mood_line(&state.turns, state.mood, script.plot.longest_way())}
        {mood_words(&script.words, state.mood, before)}
    }
}

//! Sentences that Lena keeps: some found at a phrase drill, some written down at work.

use rand::rngs::StdRng;

use super::organisation::{Plan, id};
use crate::{activity::model::start_of, drills::phrase_book::model::kept_id, library::Library};

pub struct Phrase {
    pub id: String,
    /// `module/drill`, or nothing.
    pub item: &'static str,
    pub text: &'static str,
    pub created_at: i64,
}

/// Days ago, where it was found, and the sentence.
const PHRASES: [(u64, &str, &str); 6] = [
    (
        38,
        "appreciative-communication/still-waiting",
        "Das Teil kommt am Donnerstag. Ich sehe dann nach und rufe Sie bis vier Uhr an.",
    ),
    (31, "", "Danke, dass Sie noch einmal vorbeikommen. Zeigen Sie mir, was es macht."),
    (24, "first-contact/busy-reception", "Ja, hier sind Sie richtig. Zwei Leute noch, dann bin ich bei Ihnen."),
    (
        17,
        "difficult-customers/second-reminder",
        "Im März bezahlt, und heute die zweite Mahnung. Ich sehe jetzt gleich nach.",
    ),
    (10, "", "Das weiss ich nicht. Ich frage Milan, der kennt das Gerät, und bin in fünf Minuten zurück."),
    (4, "", "Das Günstigere reicht Ihnen. Das Teurere lohnt sich erst, wenn Sie damit filmen."),
];

pub fn phrases(random: &mut StdRng, library: &Library, plan: &Plan) -> Vec<Phrase> {
    let is_known = |item: &str| match item.split_once('/') {
        Some((module, drill)) => library.drill(module, drill).is_some(),
        None => true,
    };
    let phrases = PHRASES.into_iter().filter(|(_, item, _)| is_known(item)).map(|(days, item, text)| {
        let id = if item.is_empty() { id(random) } else { kept_id(&id(random), 3) };
        let day = plan.today - chrono::Days::new(days);
        Phrase { id, item, text, created_at: start_of(day, "Europe/Zurich") + 15 * 60 * 60 * 1000 }
    });
    phrases.collect()
}

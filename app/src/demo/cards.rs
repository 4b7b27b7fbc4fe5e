//! The recall cards that one invented person has answered. The rules are the real ones: what comes, how many, and when it comes again.

use std::collections::HashMap;

use chrono::NaiveDate;
use rand::{RngExt, SeedableRng, rngs::StdRng};
use uuid::Uuid;

use super::organisation::id;
use crate::{
    activity::model::Kind,
    drills::recall::model::{Answered, Deck, Grade, answer, days_between},
    error::Result,
    library::Library,
};

/// One answer to a card.
pub struct Review {
    pub id: String,
    /// `module/card`.
    pub card: String,
    pub number: i64,
    pub grade: Grade,
    /// Since the answer before.
    pub days: u32,
    pub at: i64,
}

/// One person's cards, as time goes on.
pub struct Cards {
    deck: Deck,
    pub reviews: Vec<Review>,
    last_day: Option<NaiveDate>,
    random: StdRng,
}

impl Cards {
    /// Drawn apart from everything else, which stays as it is without.
    pub fn of(person: &str) -> Cards {
        let seed = Uuid::parse_str(person).map_or(0, |id| id.as_u64_pair().0);
        Cards { deck: Deck::default(), reviews: Vec::new(), last_day: None, random: StdRng::seed_from_u64(seed) }
    }

    /// A lesson or module that was finished brings cards within reach.
    pub fn note_finished(&mut self, kind: Kind, item: &str, at: i64) {
        self.deck.finished.insert(kind, item, at);
    }

    /// In two sittings out of five somebody answers what comes that day; the moments of the answers.
    pub fn sit_down(&mut self, library: &Library, guides: bool, today: NaiveDate, mut at: i64) -> Result<Vec<i64>> {
        // Sittings of one week come in any order, answers do not.
        if self.last_day.is_some_and(|last| today <= last) || !self.random.random_ratio(2, 5) {
            return Ok(Vec::new());
        }
        self.last_day = Some(today);
        let mut moments = Vec::new();
        for asked in self.deck.session(library, guides, today) {
            at += self.random.random_range(6_000..25_000);
            let known = self.deck.answered.get(&asked.card);
            let grade = grade(&mut self.random, known, today);
            let days = known.map_or(0, |known| days_between(known.reviewed_on, today));
            let next = answer(known, grade, today)?;
            self.reviews.push(Review {
                id: id(&mut self.random),
                number: asked.number,
                grade,
                days,
                at,
                card: asked.card.clone(),
            });
            self.deck.answered.insert(asked.card, next);
            moments.push(at);
        }
        Ok(moments)
    }

    /// Each card as it stands, and when it was answered last.
    pub fn states(&self) -> impl Iterator<Item = (&str, &Answered, i64)> {
        let last: HashMap<&str, i64> = self.reviews.iter().map(|review| (review.card.as_str(), review.at)).collect();
        self.deck
            .answered
            .iter()
            .filter_map(move |(card, known)| Some((card.as_str(), known, *last.get(card.as_str())?)))
    }
}

/// Remembered as often as the rules expect; a first look mostly goes well, because the lesson was read just before.
fn grade(random: &mut StdRng, known: Option<&Answered>, today: NaiveDate) -> Grade {
    let chance = known.map_or(0.85, |known| f64::from(known.retrievability(today)));
    match random.random_bool(chance.clamp(0.0, 1.0)) {
        false => Grade::Again,
        true if random.random_ratio(1, 5) => Grade::Hard,
        true if random.random_ratio(1, 6) => Grade::Easy,
        true => Grade::Good,
    }
}

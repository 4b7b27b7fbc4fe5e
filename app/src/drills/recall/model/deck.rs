//! Which cards come today. Never a debt: at most eight a day, a few new ones among them, and what does not fit simply waits.

use std::{cmp::Ordering, collections::HashMap};

use chrono::{Days, NaiveDate};

use super::{Grade, Memory, after_review};
use crate::{
    activity::model::{Kind, item},
    error::Result,
    library::{Card, Library, Module},
    modules::model::{Finished, Part},
};

/// So many cards a day at most: one session.
pub const MOST: usize = 8;
/// So many of them at most are new.
pub const MOST_NEW: usize = 3;

/// A card that somebody has answered, as it stands since.
#[derive(Clone, Debug, PartialEq)]
pub struct Answered {
    /// How often.
    pub reviews: i64,
    pub memory: Memory,
    /// Days at the person's site.
    pub reviewed_on: NaiveDate,
    pub due_on: NaiveDate,
}

impl Answered {
    /// The probability that it is remembered on a day.
    pub fn retrievability(&self, today: NaiveDate) -> f32 {
        self.memory.retrievability(days_between(self.reviewed_on, today))
    }
}

/// All that today's cards follow from.
#[derive(Clone, Debug, Default)]
pub struct Deck {
    /// By `module/card`; also what is no longer among the contents.
    pub answered: HashMap<String, Answered>,
    /// Lessons and modules.
    pub finished: Finished,
    /// The last day of a pause.
    pub paused_until: Option<NaiveDate>,
}

/// A card that comes today, and the number that its answer will have.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Asked {
    /// `module/card`.
    pub card: String,
    pub number: i64,
}

impl Deck {
    pub fn is_paused(&self, today: NaiveDate) -> bool {
        self.paused_until.is_some_and(|last| today <= last)
    }

    /// The cards of today that are still to be answered, in order: due ones, then new ones. See [`spread`] for when more are due than fit; no
    /// new ones come then. Answering one leaves the others as they are, so that a session is the same on every device.
    pub fn session(&self, library: &Library, guides: bool, today: NaiveDate) -> Vec<Asked> {
        if self.is_paused(today) {
            return Vec::new();
        }
        let places = MOST.saturating_sub(self.count_today(today));
        let due: Vec<_> = self.answered.iter().filter(|(_, known)| known.due_on <= today).collect();
        let mut due: Vec<_> = due.into_iter().filter(|(card, _)| find_card(library, guides, card).is_some()).collect();
        due.sort_by_key(|(card, _)| *card);
        let new_places = places.saturating_sub(due.len()).min(MOST_NEW.saturating_sub(self.count_new_today(today)));
        let new = self.new_cards(library, guides).take(new_places);
        let new = new.map(|card| Asked { card, number: 1 });
        let due = spread(due, places, today).into_iter();
        due.map(|(card, known)| Asked { card: card.clone(), number: known.reviews + 1 }).chain(new).collect()
    }

    /// How many have been answered today.
    pub fn count_today(&self, today: NaiveDate) -> usize {
        self.answered.values().filter(|known| known.reviewed_on == today).count()
    }

    fn count_new_today(&self, today: NaiveDate) -> usize {
        self.answered.values().filter(|known| known.reviewed_on == today && known.reviews == 1).count()
    }

    /// Whether there is any card to come back to, today or later.
    pub fn has_cards(&self, library: &Library, guides: bool) -> bool {
        let known = self.answered.keys().any(|card| find_card(library, guides, card).is_some());
        known || self.new_cards(library, guides).next().is_some()
    }

    /// Cards that may come for the first time. Those of a module stand in the order of its lessons: with a third of the lessons finished, the
    /// first third of the cards has come within reach. The module begun first comes first.
    fn new_cards(&self, library: &Library, guides: bool) -> impl Iterator<Item = String> {
        let begun = library.modules_for(guides).filter_map(|module| Some((self.begun_at(module)?, module)));
        let mut begun: Vec<_> = begun.collect();
        begun.sort_by_key(|(at, _)| *at);
        let within_reach = begun.into_iter().flat_map(move |(_, module)| {
            let cards = module.cards.iter().take(self.reach(module));
            cards.map(move |card| item(&module.id, &card.id))
        });
        within_reach.filter(|card| !self.answered.contains_key(card))
    }

    /// When the first lesson of a module was finished.
    fn begun_at(&self, module: &Module) -> Option<i64> {
        self.lessons_done(module).min().or_else(|| self.finished.at(Kind::Module, &module.id))
    }

    /// How many cards of a module are within reach.
    fn reach(&self, module: &Module) -> usize {
        if self.finished.at(Kind::Module, &module.id).is_some() {
            return module.cards.len();
        }
        let done = self.lessons_done(module).count();
        (module.cards.len() * done).div_ceil(module.lessons.len().max(1))
    }

    fn lessons_done(&self, module: &Module) -> impl Iterator<Item = i64> {
        module.lessons.iter().filter_map(|lesson| self.finished.part_at(Part::Lesson(lesson)))
    }
}

/// More are due than fit, after an absence or simply so: those most likely still known come first, because they have the most to lose by
/// waiting; the last place is for the one that has waited longest, so that every card has its turn. The others stay due.
fn spread<'a>(
    mut due: Vec<(&'a String, &'a Answered)>,
    places: usize,
    today: NaiveDate,
) -> Vec<(&'a String, &'a Answered)> {
    let by_retrievability = |(_, one): &(_, &Answered), (_, other): &(_, &Answered)| -> Ordering {
        other.retrievability(today).total_cmp(&one.retrievability(today))
    };
    due.sort_by(by_retrievability);
    if due.len() > places && places > 0 {
        let longest = due.iter().enumerate().min_by_key(|(_, (card, known))| (known.due_on, *card));
        let last = longest.map(|(position, _)| position).map(|position| due.remove(position));
        due.truncate(places - 1);
        due.extend(last);
    }
    due.truncate(places);
    due
}

/// A card as it stands after one more answer on a day. A day before the last answer (a clock set back) counts as that day.
pub fn answer(known: Option<&Answered>, grade: Grade, today: NaiveDate) -> Result<Answered> {
    let today = known.map_or(today, |known| today.max(known.reviewed_on));
    let before = known.map(|known| (known.memory, days_between(known.reviewed_on, today)));
    let (memory, days) = after_review(before, grade)?;
    let due_on = today.checked_add_days(Days::new(u64::from(days))).unwrap_or(NaiveDate::MAX);
    Ok(Answered { reviews: known.map_or(0, |known| known.reviews) + 1, memory, reviewed_on: today, due_on })
}

/// Nights between two days; none where the second is the first or before it.
pub fn days_between(first: NaiveDate, second: NaiveDate) -> u32 {
    u32::try_from((second - first).num_days()).unwrap_or(0)
}

/// A card by its name `module/card`, and its module, if it is meant for this person.
pub fn find_card<'a>(library: &'a Library, guides: bool, card: &str) -> Option<(&'a Module, &'a Card)> {
    let (module, id) = card.split_once('/')?;
    let module = library.module(module).filter(|module| module.is_meant_for(guides))?;
    Some((module, module.cards.iter().find(|card| card.id == id)?))
}

//! What one attempt says.

use std::collections::BTreeMap;

use crate::drills::dialogue::{
    content::Outcome,
    model::{Event, Plot, PlotScene, State},
    mood::Mood,
};

/// From where a good ending can still be reached: by scene, trust and tension.
#[derive(Clone, Debug)]
pub struct Hope(Vec<[[bool; MOODS]; MOODS]>);

/// Trust and tension each go from 0 to their greatest.
const MOODS: usize = Mood::MAX as usize + 1;

impl Hope {
    pub fn of(plot: &Plot) -> Hope {
        let good = |scene: &PlotScene| matches!(scene, PlotScene::Ending(Outcome::Good));
        let mut hope = Hope(plot.scenes.iter().map(|scene| [[good(scene); MOODS]; MOODS]).collect());
        // Backwards from the endings, until nothing is added.
        while hope.spread(plot) {}
        hope
    }

    /// Whether anything was added.
    fn spread(&mut self, plot: &Plot) -> bool {
        let mut is_more = false;
        for (scene, kind) in plot.scenes.iter().enumerate() {
            let PlotScene::Talk(choices) = kind else { continue };
            for (trust, tension) in moods() {
                let mood = Mood { trust, tension };
                if self.is_there(scene, mood) {
                    continue;
                }
                let here = State { scene, mood, turns: Vec::new(), undone: Vec::new(), waited_from: None };
                let leads_there = |choice: usize| {
                    here.apply(plot, Event::Choose(choice)).is_ok_and(|next| self.is_there(next.scene, next.mood))
                };
                if (0..choices.len()).any(leads_there) {
                    is_more = self.note(scene, mood) || is_more;
                }
            }
        }
        is_more
    }

    pub fn is_there(&self, scene: usize, mood: Mood) -> bool {
        let (trust, tension) = places(mood);
        self.0.get(scene).and_then(|moods| moods.get(trust)?.get(tension)).copied().unwrap_or(false)
    }

    fn note(&mut self, scene: usize, mood: Mood) -> bool {
        let (trust, tension) = places(mood);
        let place = self.0.get_mut(scene).and_then(|moods| moods.get_mut(trust)?.get_mut(tension));
        place.map(|place| *place = true).is_some()
    }
}

fn moods() -> impl Iterator<Item = (i8, i8)> {
    (0..=Mood::MAX).flat_map(|trust| (0..=Mood::MAX).map(move |tension| (trust, tension)))
}

fn places(mood: Mood) -> (usize, usize) {
    let place = |value: i8| usize::try_from(value).unwrap_or(usize::MAX);
    (place(mood.trust), place(mood.tension))
}

/// What was done first: what comes after second thoughts is not what people would have said to a customer.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Way {
    /// By scene: what was said first, and whether it was ever taken back.
    pub turns: BTreeMap<usize, (usize, bool)>,
    /// The scene in which the way to a good ending was lost first.
    pub lost: Option<usize>,
    /// The ending that was reached first.
    pub ending: Option<usize>,
}

impl Way {
    /// Of an attempt's events, as far as they can follow one another.
    pub fn of(plot: &Plot, hope: &Hope, events: &[String]) -> Way {
        let (mut way, mut state) = (Way::default(), State::start(plot));
        for event in events {
            let Some((event, next)) =
                event.parse().ok().and_then(|event: Event| Some((event, state.apply(plot, event).ok()?)))
            else {
                break;
            };
            match (event, next.turns.last()) {
                (Event::Choose(choice), Some(turn)) => {
                    way.turns.entry(turn.scene).or_insert((choice, false));
                    if hope.is_there(turn.scene, turn.before) && !hope.is_there(next.scene, next.mood) {
                        way.lost.get_or_insert(turn.scene);
                    }
                    if next.outcome(plot).is_some() {
                        way.ending.get_or_insert(next.scene);
                    }
                }
                // Back in the scene whose turn it was.
                (Event::Back, _) => _ = way.turns.get_mut(&next.scene).map(|(_, is_taken_back)| *is_taken_back = true),
                _ => {}
            }
            state = next;
        }
        way
    }
}

//! The day in three minutes: cards, one piece, one intention. Whatever was done shows as done, on every device; nothing is owed.

use crate::modules::model::Part;

use super::Next;

/// One stop of the day.
#[derive(Clone, Copy, Debug)]
pub enum Stop<'a> {
    /// Cards that come back today.
    Recall,
    /// A rehearsal, or a small piece of a path or of what was asked for.
    Piece(Next<'a>),
    /// What to try with a real customer; from the field practice of a module, if it has one that was not tried yet.
    Intention(Option<Part<'a>>),
}

/// What the day follows from.
#[derive(Clone, Copy, Debug)]
pub struct Today<'a> {
    pub has_cards: bool,
    pub has_recalled: bool,
    /// Something was finished today, and nothing that was asked for is due.
    pub is_enough: bool,
    pub next: Option<Next<'a>>,
    /// Something was finished at any time: an intention needs something to come from.
    pub has_learned: bool,
    /// An intention stands for today or later.
    pub has_intention: bool,
    pub field_practice: Option<Part<'a>>,
}

/// The stops that are still open, in order, and how many are done.
#[derive(Clone, Debug, Default)]
pub struct Plan<'a> {
    pub open: Vec<Stop<'a>>,
    /// Cards were recalled today, and none is left.
    pub has_recalled: bool,
}

impl<'a> Today<'a> {
    /// Cards first, because they are short; an intention last, because it takes the day along to work. Who has an intention needs no other.
    pub fn plan(&self) -> Plan<'a> {
        let recall = self.has_cards.then_some(Stop::Recall);
        let piece = self.next.filter(|_| !self.is_enough).map(Stop::Piece);
        let closes = self.has_learned && !self.has_intention;
        let intention = closes.then_some(Stop::Intention(self.field_practice));
        Plan {
            open: recall.into_iter().chain(piece).chain(intention).collect(),
            has_recalled: self.has_recalled && !self.has_cards,
        }
    }
}

impl Plan<'_> {
    /// Whether there is nothing left but an intention, which nobody has to form.
    pub fn is_done(&self) -> bool {
        self.open.iter().all(|stop| matches!(stop, Stop::Intention(_)))
    }
}

#[cfg(test)]
mod tests {
    use super::{
        super::next::{Why, tests::library},
        *,
    };

    const NOTHING: Today = Today {
        has_cards: false,
        has_recalled: false,
        is_enough: false,
        next: None,
        has_learned: false,
        has_intention: false,
        field_practice: None,
    };

    fn names(plan: &Plan) -> Vec<&'static str> {
        let name = |stop: &Stop| match stop {
            Stop::Recall => "recall",
            Stop::Piece(_) => "piece",
            Stop::Intention(_) => "intention",
        };
        plan.open.iter().map(name).collect()
    }

    #[test]
    fn a_day_has_cards_a_piece_and_an_intention() {
        let library = library();
        let part = Part::Lesson(&library.modules[0].lessons[0]);
        let next = Some(Next { why: Why::InOrder, part, step: None, attempt: None });
        assert_eq!(names(&Today { next, ..NOTHING }.plan()), ["piece"], "the first day");
        let day = Today { next, has_cards: true, has_learned: true, ..NOTHING };
        assert_eq!(names(&day.plan()), ["recall", "piece", "intention"]);
        let later = Today { has_cards: false, has_recalled: true, is_enough: true, ..day };
        assert_eq!(names(&later.plan()), ["intention"]);
        assert!(later.plan().is_done() && later.plan().has_recalled);
        assert!(!day.plan().is_done());
        let closed = Today { has_intention: true, ..later };
        assert!(names(&closed.plan()).is_empty() && closed.plan().is_done());
    }
}

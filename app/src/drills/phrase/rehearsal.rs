//! The rules of a phrase drill over what its authors wrote.

use super::model::{Event, Fault, Phase, Rules, State};
use crate::drills::{Ending, Evidence, Kind, Refused, Said, Unfit, written::content::Written};

/// A drill that is rehearsed in this manner.
#[derive(Clone, Copy)]
pub struct Rehearsal<'a> {
    pub kind: &'static Kind,
    pub written: &'a Written,
    /// The most characters of an answer, and the message that says so.
    pub longest: usize,
    pub too_long: &'static str,
    /// The message over the field for one's own words.
    pub ask: &'static str,
    /// Whether what one wrote can be kept among one's own sentences.
    pub keeps: bool,
}

impl Rehearsal<'_> {
    pub fn rules(&self) -> Rules {
        Rules { criteria: self.written.criteria.len(), longest: self.longest }
    }

    pub fn replay(&self, events: &[String]) -> Result<State, Refused> {
        State::replay(&self.rules(), events).map_err(|_| Refused)
    }

    /// Evidence of each of the drill's competencies: the share of the criteria that the learner found in the first text of their own.
    pub fn follow(&self, events: &[String]) -> Result<Option<Ending>, Refused> {
        let state = self.replay(events)?;
        if !state.is_done() {
            return Ok(None);
        }
        let score = state.score(&self.rules());
        let competencies = self.written.head.competencies.iter().cloned();
        let evidence = competencies.map(|competency| Evidence { competency, score }).collect();
        Ok(Some(Ending { id: "done".to_owned(), evidence }))
    }

    pub fn event(&self, name: &str, said: Said) -> Result<String, Unfit> {
        let event = match name {
            "write" | "rewrite" => format!("{name} {}", said.text).parse(),
            "mark" => Ok(Event::mark(said.marks.into_iter().map(|mark| mark as usize).collect())),
            stored => stored.parse(),
        };
        let event: Event = event.map_err(|_| Unfit::Nonsense)?;
        match event.text().map_or(Ok(()), |text| self.rules().check(text)) {
            Ok(()) => Ok(event.to_string()),
            Err(Fault::Empty) => Err(Unfit::Text("phrase-empty")),
            Err(Fault::Long) => Err(Unfit::Text(self.too_long)),
        }
    }

    /// Says what the authors' models say; `best` finds every criterion in it.
    pub fn any_event(&self, events: &[String], number: u64, best: bool) -> Option<String> {
        let state = self.replay(events).ok()?;
        let Written { sentence, criteria, poor, good, .. } = self.written;
        let says = match number % 3 {
            _ if best => &good.says,
            0 => &good.says,
            1 => &poor.says,
            _ => sentence,
        };
        let says: String = says.de.words().chars().take(self.longest).collect();
        let event = match state.phase {
            Phase::Write => Event::Write(says),
            Phase::Mark => Event::Mark((0..criteria.len()).filter(|mark| best || number >> mark & 1 == 1).collect()),
            Phase::Rewrite => Event::Rewrite(if best { says } else { state.first }),
            Phase::Done => return None,
        };
        Some(event.to_string())
    }
}

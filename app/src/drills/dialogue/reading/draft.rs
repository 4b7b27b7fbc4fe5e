//! What was read of a scene in one language: its structure and where it leads.

use super::branch::BranchDraft;
use super::choice::ChoiceDraft;
use crate::drills::dialogue::content::Outcome;
use crate::library::Html;
use crate::library::reading::pair::Mark;
use crate::library::reading::spelt::Spelt;

pub struct SceneDraft {
    pub line: usize,
    pub id: String,
    pub title: Spelt<String>,
    pub kind: Kind,
}

pub enum Kind {
    Talk { seen: Spelt<Html>, says: Spelt<Html>, choices: Vec<ChoiceDraft> },
    Passage { branches: Vec<BranchDraft> },
    Ending { outcome: Outcome, says: Spelt<Html>, after: Spelt<Html>, friend: Spelt<Html> },
}

impl SceneDraft {
    /// Where it leads to, and the line on which that is written.
    pub fn links(&self) -> impl Iterator<Item = (&str, usize)> {
        let (choices, branches): (&[ChoiceDraft], &[BranchDraft]) = match &self.kind {
            Kind::Talk { choices, .. } => (choices, &[]),
            Kind::Passage { branches } => (&[], branches),
            Kind::Ending { .. } => (&[], &[]),
        };
        let choices = choices.iter().map(|choice| (choice.to.as_str(), choice.line));
        choices.chain(branches.iter().map(|branch| (branch.to.as_str(), branch.line)))
    }

    pub fn shape(&self, shape: &mut Vec<Mark>) {
        shape.push(Mark::new(self.line, format!("{} {{#{}}}", self.name(), self.id)));
        match &self.kind {
            Kind::Talk { seen, choices, .. } => {
                if !seen.main.0.is_empty() {
                    shape.push(Mark::new(self.line, "what one sees"));
                }
                shape.extend(choices.iter().map(ChoiceDraft::mark));
            }
            Kind::Passage { branches } => shape.extend(branches.iter().map(BranchDraft::mark)),
            Kind::Ending { .. } => {}
        }
    }

    fn name(&self) -> &'static str {
        match &self.kind {
            Kind::Talk { .. } => "the scene",
            Kind::Passage { .. } => "the passage",
            Kind::Ending { outcome: Outcome::Good, .. } => "the good ending",
            Kind::Ending { outcome: Outcome::Mixed, .. } => "the mixed ending",
            Kind::Ending { outcome: Outcome::Poor, .. } => "the poor ending",
        }
    }
}

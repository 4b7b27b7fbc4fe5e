//! One dialogue from two files of the same structure.

use std::collections::BTreeMap;

use super::DialogueDraft;
use super::branch::BranchDraft;
use super::choice::ChoiceDraft;
use super::draft::{Kind, SceneDraft};
use crate::drills::dialogue::content::{Choice, Customer, Dialogue, Scene, SceneKind};
use crate::library::reading::version;

/// Where each scene stands.
type Places = BTreeMap<String, usize>;

/// None where a link leads nowhere, which the checks have named already.
pub fn join(module: &str, id: &str, german: DialogueDraft, english: DialogueDraft) -> Option<Dialogue> {
    let places: Places = german.scenes.iter().enumerate().map(|(at, scene)| (scene.id.clone(), at)).collect();
    let scenes = german.scenes.into_iter().zip(english.scenes);
    let ([name, reason, mood], [english_name, english_reason, english_mood]) = (german.customer, english.customer);
    let mut dialogue = Dialogue {
        head: german.head.join(module, id, english.head),
        customer: Customer {
            name: name.with(english_name),
            reason: reason.with(english_reason),
            mood: mood.with(english_mood),
        },
        intro: german.intro.with(english.intro),
        start: german.start,
        scenes: scenes.map(|(german, english)| scene(&places, german, english)).collect::<Option<_>>()?,
    };
    dialogue.head.version = version::of(&dialogue);
    Some(dialogue)
}

fn scene(places: &Places, german: SceneDraft, english: SceneDraft) -> Option<Scene> {
    let kind = match (german.kind, english.kind) {
        (
            Kind::Talk { seen, says, choices },
            Kind::Talk { seen: english_seen, says: english_says, choices: english },
        ) => {
            let choices = choices.into_iter().zip(english);
            SceneKind::Talk {
                seen: seen.with(english_seen),
                says: says.with(english_says),
                choices: choices.map(|(german, english)| choice(places, german, english)).collect::<Option<_>>()?,
            }
        }
        (Kind::Passage { branches }, Kind::Passage { .. }) => {
            let branch = |branch: BranchDraft| places.get(&branch.to).map(|to| branch.into_branch(*to));
            SceneKind::Passage { branches: branches.into_iter().map(branch).collect::<Option<_>>()? }
        }
        (
            Kind::Ending { outcome, says, after, friend },
            Kind::Ending { says: english_says, after: english_after, friend: english_friend, .. },
        ) => SceneKind::Ending {
            outcome,
            says: says.with(english_says),
            after: after.with(english_after),
            friend: Some(friend.with(english_friend)),
        },
        _ => return None,
    };
    Some(Scene { id: german.id, title: german.title.with(english.title), kind })
}

fn choice(places: &Places, german: ChoiceDraft, english: ChoiceDraft) -> Option<Choice> {
    Some(Choice {
        says: german.says.with(english.says),
        to: *places.get(&german.to)?,
        trust: german.effect.trust.unwrap_or(0),
        tension: german.effect.tension.unwrap_or(0),
        competencies: german.effect.competencies,
        explanation: german.explanation.with(english.explanation),
    })
}

//! The ways through a dialogue, tried in every mood that can arise.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::RangeInclusive;

use super::branch::first_that_holds;
use super::draft::{Kind, SceneDraft};
use crate::drills::dialogue::{chances::FAIR, mood::Mood};
use crate::library::reading::page::Page;

/// A turn is one choice.
const LONGEST_WAY: RangeInclusive<usize> = 6..=8;
const LEAST_ENDINGS: usize = 3;

/// How one can arrive at a scene, by mood.
type Arrivals = BTreeMap<Mood, Arrival>;

#[derive(Clone, Copy, Default)]
struct Arrival {
    /// The most choices on a way here.
    turns: usize,
    /// How likely a random play arrives like this: it chooses, and never waits.
    chance: f64,
}

/// Names scenes that nobody reaches, loops, and talks that are too short, too long or end too few ways.
pub fn check(page: &mut Page, start: Mood, scenes: &[SceneDraft], line: usize) {
    let is_ending = |scene: &&SceneDraft| matches!(scene.kind, Kind::Ending { .. });
    let endings = scenes.iter().filter(is_ending).count();
    if endings < LEAST_ENDINGS {
        page.fault(line, format!("A dialogue has at least {LEAST_ENDINGS} endings, this one has {endings}."));
    }
    let to = targets(scenes);
    let order = order(&to);
    if order.len() < scenes.len() {
        let ordered: BTreeSet<usize> = order.iter().copied().collect();
        for (_, scene) in scenes.iter().enumerate().filter(|(at, _)| is_in_loop(*at, &to, &ordered)) {
            page.fault(scene.line, "From this scene the talk can come back to it: there is no loop in a dialogue.");
        }
        return;
    }
    let arrivals = walk(start, scenes, &to, &order);
    let lost = scenes.iter().zip(&arrivals).filter(|(_, moods)| moods.is_empty());
    let lost: Vec<&SceneDraft> = lost.map(|(scene, _)| scene).collect();
    for scene in &lost {
        page.fault(scene.line, "No way through the talk leads to this scene.");
    }
    let ends = || scenes.iter().zip(&arrivals).filter(|(scene, _)| is_ending(scene));
    // Beside what is lost, or leads nowhere, the shares mean nothing.
    if lost.is_empty() && to.iter().flatten().all(Option::is_some) {
        for (scene, moods) in ends() {
            check_share(page, scene, moods);
        }
    }
    match ends().flat_map(|(_, moods)| moods.values().map(|arrival| arrival.turns)).max() {
        Some(turns) if LONGEST_WAY.contains(&turns) => {}
        Some(turns) => {
            let (least, most) = (LONGEST_WAY.start(), LONGEST_WAY.end());
            page.fault(line, format!("The longest way has {turns} turns; it must have {least} to {most}."));
        }
        None => page.fault(line, "There is no way out: no ending can be reached from the first scene."),
    }
}

/// Names an ending that random plays reach too often to be worth another try, or too seldom to be found.
fn check_share(page: &mut Page, ending: &SceneDraft, moods: &Arrivals) {
    let share = 100.0 * moods.values().map(|arrival| arrival.chance).sum::<f64>();
    if !FAIR.contains(&share) {
        let (least, most) = (FAIR.start(), FAIR.end());
        page.flaw(ending.line, format!("{share:.1} % of random plays end here; it should be {least} to {most} %."));
    }
}

/// For each scene where its choices or branches lead; None for a scene that does not exist.
fn targets(scenes: &[SceneDraft]) -> Vec<Vec<Option<usize>>> {
    let known: BTreeMap<&str, usize> = scenes.iter().enumerate().map(|(at, scene)| (scene.id.as_str(), at)).collect();
    scenes.iter().map(|scene| scene.links().map(|(to, _)| known.get(to).copied()).collect()).collect()
}

/// The scenes in an order in which every link leads onward; those in a loop, and behind one, are left out.
fn order(to: &[Vec<Option<usize>>]) -> Vec<usize> {
    let mut incoming = vec![0_usize; to.len()];
    for next in to.iter().flatten().flatten() {
        incoming[*next] += 1;
    }
    let mut order: Vec<usize> = (0..to.len()).filter(|at| incoming[*at] == 0).collect();
    let mut done = 0;
    while let Some(at) = order.get(done).copied() {
        done += 1;
        for next in to[at].iter().flatten() {
            incoming[*next] -= 1;
            if incoming[*next] == 0 {
                order.push(*next);
            }
        }
    }
    order
}

/// Whether one can come back to a scene.
fn is_in_loop(scene: usize, to: &[Vec<Option<usize>>], ordered: &BTreeSet<usize>) -> bool {
    let mut seen = BTreeSet::new();
    let mut open = vec![scene];
    while let Some(at) = open.pop() {
        open.extend(to[at].iter().flatten().copied().filter(|next| !ordered.contains(next) && seen.insert(*next)));
    }
    seen.contains(&scene)
}

/// Follows every choice in every mood, made at once and after the time has run out.
fn walk(start: Mood, scenes: &[SceneDraft], to: &[Vec<Option<usize>>], order: &[usize]) -> Vec<Arrivals> {
    let mut arrivals = vec![Arrivals::new(); scenes.len()];
    if let Some(first) = arrivals.first_mut() {
        first.insert(start, Arrival { turns: 0, chance: 1.0 });
    }
    for at in order.iter().copied() {
        for (mood, arrival) in arrivals[at].clone() {
            for (next, mood, arrival) in steps(&scenes[at], &to[at], mood, arrival) {
                let known = arrivals[next].entry(mood).or_default();
                known.turns = known.turns.max(arrival.turns);
                known.chance += arrival.chance;
            }
        }
    }
    arrivals
}

/// Where one can be next, and how one arrives there.
fn steps(scene: &SceneDraft, to: &[Option<usize>], mood: Mood, arrival: Arrival) -> Vec<(usize, Mood, Arrival)> {
    match &scene.kind {
        Kind::Talk { choices, .. } => {
            let chosen = Arrival { turns: arrival.turns + 1, chance: arrival.chance / choices.len() as f64 };
            let moods = [(mood, chosen), (mood.after_waiting(), Arrival { chance: 0.0, ..chosen })];
            let next = to.iter().zip(choices).filter_map(|(next, choice)| Some(((*next)?, &choice.effect)));
            let after = next.flat_map(|(next, effect)| {
                let (trust, tension) = (effect.trust.unwrap_or(0), effect.tension.unwrap_or(0));
                moods.map(|(mood, arrival)| (next, mood.after(trust, tension), arrival))
            });
            after.collect()
        }
        Kind::Passage { branches } => {
            let taken = first_that_holds(branches, mood).and_then(|taken| to.get(taken).copied().flatten());
            taken.map(|next| (next, mood, arrival)).into_iter().collect()
        }
        Kind::Ending { .. } => Vec::new(),
    }
}

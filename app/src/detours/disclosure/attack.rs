//! The attacker of [`super`]: she knows what everybody said but one person, what the method is, and reckons exactly.

use std::collections::HashMap;

use proptest::prelude::*;
use rand::{SeedableRng, rngs::StdRng};

use super::*;
use crate::{
    detours::model::Tally,
    drills::dialogue::{
        content::Outcome,
        model::{Effect, Event, Plot, PlotScene, State},
        mood::Mood,
    },
};

const MINIMUM: i64 = 5;

/// Three answers at first. Ways part, meet again and lead astray; a scene that few reach is among them.
fn plot() -> Plot {
    let talk = |ways: &[(usize, i8)]| {
        PlotScene::Talk(ways.iter().map(|(to, trust)| Effect { to: *to, trust: *trust, tension: 0 }).collect())
    };
    Plot {
        start: Mood { trust: 3, tension: 3 },
        scenes: vec![
            talk(&[(1, 1), (2, 0), (3, -1)]),
            talk(&[(4, 1), (2, 0)]),
            talk(&[(4, 1), (3, -1), (6, -2)]),
            talk(&[(4, 1), (6, -1)]),
            talk(&[(5, 1), (6, -1), (5, 0)]),
            PlotScene::Ending(Outcome::Good),
            PlotScene::Ending(Outcome::Poor),
        ],
    }
}

/// Every way through, as events.
fn ways(plot: &Plot) -> Vec<Vec<String>> {
    fn follow(plot: &Plot, state: &State, events: &[String], ways: &mut Vec<Vec<String>>) {
        let Some(PlotScene::Talk(choices)) = plot.scenes.get(state.scene) else { return ways.push(events.to_vec()) };
        for choice in 0..choices.len() {
            let next = state.apply(plot, Event::Choose(choice)).unwrap();
            follow(plot, &next, &[events, &[choice.to_string()]].concat(), ways);
        }
    }
    let mut all = Vec::new();
    follow(plot, &State::start(plot), &[], &mut all);
    all
}

/// Everybody's way but one person's, as the attacker knows them, and what hers would make of it.
struct Others {
    tally: Tally,
    ways: Vec<Vec<String>>,
}

impl Others {
    /// `ways`: by their places; may be few different ones, which is what is difficult.
    fn new(ways_of_others: &[usize]) -> Others {
        let (mut tally, ways) = (Tally::new(plot()), ways(&plot()));
        ways_of_others.iter().for_each(|way| _ = tally.add(&ways[way % ways.len()]));
        Others { tally, ways }
    }

    fn with(&self, way: usize) -> Counts {
        let mut tally = self.tally.clone();
        tally.add(&self.ways[way]);
        tally.counts().clone()
    }
}

/// How likely chance makes a shift.
fn likely(shift: i64) -> f64 {
    0.5_f64.powi(i32::try_from(shift.abs()).unwrap()) / 3.0
}

/// How likely a count becomes what was seen; nobody is fewer than none.
fn becomes(count: i64, seen: i64) -> f64 {
    if seen > 0 { likely(seen - count) } else { 2.0 * likely(count) }
}

/// How likely people become what was seen of those who are enough to be shown.
fn shows(people: i64, least: i64, seen: i64) -> f64 {
    if people >= least { likely(seen - people) } else { 0.0 }
}

/// How likely they are not shown.
fn hides(people: i64, least: i64) -> f64 {
    1.0 - (least + MARGIN..people + 80).map(|seen| shows(people, least, seen)).sum::<f64>()
}

/// How likely these counts would have led to that, before it was rounded: more than any attacker sees.
fn likelihood(counts: &Counts, seen: &Counts) -> f64 {
    let scene = |(counts, seen): (&Option<SceneCounts>, &Option<SceneCounts>)| match (counts, seen) {
        (Some(counts), Some(seen)) => {
            let choices = counts.choices.iter().zip(&seen.choices).map(|(count, seen)| becomes(*count, *seen));
            let rest = becomes(counts.lost, seen.lost) * becomes(counts.taken_back, seen.taken_back);
            shows(counts.people, MINIMUM, seen.people) * choices.product::<f64>() * rest
        }
        (Some(counts), None) => hides(counts.people, MINIMUM),
        _ => 1.0,
    };
    let scenes: f64 = counts.scenes.iter().zip(&seen.scenes).map(scene).product();
    let endings = counts.endings.values().zip(seen.endings.values());
    let endings: f64 = endings.map(|(count, seen)| becomes(count.people, seen.people)).product();
    shows(counts.people, least(MINIMUM), seen.people) * scenes * endings * becomes(counts.unfinished, seen.unfinished)
}

/// In how many counts two ways differ.
fn differences(a: &Counts, b: &Counts) -> i32 {
    let numbers = |counts: &Counts| -> Vec<i64> {
        let scenes = counts.scenes.iter().flatten();
        let scenes =
            scenes.flat_map(|scene| [&[scene.people, scene.lost, scene.taken_back], &scene.choices[..]].concat());
        let endings = counts.endings.values().map(|ending| ending.people);
        scenes.chain(endings).chain([counts.unfinished]).collect()
    };
    numbers(a).iter().zip(numbers(b)).filter(|(a, b)| **a != *b).count() as i32
}

/// Few different ways in a small group happen often.
fn group() -> impl Strategy<Value = Vec<usize>> {
    (1..4_usize, proptest::collection::vec(any::<prop::sample::Index>(), 11..40))
        .prop_map(|(kinds, group)| group.iter().map(|index| index.index(kinds * 6)).collect())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    /// Whatever is shown could be so with every other way of the person too, and each count that would differ makes that half as likely
    /// at most. What is withheld tells no more. Only where others are just one too few for a scene does chance show it sometimes, and tells.
    #[test]
    fn every_other_way_stays_possible(others in group(), truth in 0..12_usize, seed in any::<u64>()) {
        let others = Others::new(&others);
        let counts = others.with(truth);
        let mut random = StdRng::seed_from_u64(seed);
        let Some(seen) = shift(&counts, MINIMUM, &mut random) else { return Ok(()) };
        let if_true = likelihood(&counts, &seen);
        for way in 0..others.ways.len() {
            let other = others.with(way);
            let is_told = other.scenes.iter().zip(&seen.scenes).any(|(other, seen)| {
                other.as_ref().is_some_and(|other| other.people < MINIMUM) && seen.is_some()
            });
            let least = if_true / 2_f64.powi(differences(&counts, &other)) * (1.0 - 1e-9);
            prop_assert!(is_told || likelihood(&other, &seen) >= least, "way {way}: {counts:?} {seen:?}");
        }
    }
}

/// Without chance the tenth person's answer can be read off, and steps of ten percent do not hinder it.
#[test]
fn rounding_alone_tells() {
    let mut told = 0;
    for group in 0..200_usize {
        let others: Vec<usize> = (0..19).map(|person| (group * 31 + person * person * 7) % 13).collect();
        let others = Others::new(&others);
        let first = |way: &usize| others.ways[*way][0].clone();
        let truth = group % others.ways.len();
        let shown = round(&others.with(truth));
        let fits: Vec<usize> = (0..others.ways.len()).filter(|way| round(&others.with(*way)) == shown).collect();
        told += usize::from(fits.iter().all(|way| first(way) == first(&truth)));
    }
    assert!(told > 100, "in {told} of 200 groups the rounded figures fit one first answer alone");
}

/// How likely shifted counts are rounded to these shares: all shifts tried that are likely enough to matter.
fn rounds_to(counts: &[i64], shown: &[Share]) -> f64 {
    const FAR: i64 = 7;
    fn try_all(counts: &[i64], shown: &[Share], shifted: &mut Vec<i64>) -> f64 {
        let Some(count) = counts.get(shifted.len()) else {
            let whole = shifted.iter().sum();
            let fits = shifted.iter().zip(shown).all(|(count, share)| Share::of(*count, whole) == *share);
            return f64::from(fits);
        };
        let mut sum = 0.0;
        for shift in -FAR..=FAR {
            shifted.push((count + shift).max(0));
            sum += likely(shift) * try_all(counts, shown, shifted);
            shifted.pop();
        }
        sum
    }
    try_all(counts, shown, &mut Vec::new())
}

/// What was reckoned before: most ways differ in few scenes.
type Known = HashMap<(Vec<i64>, Vec<Share>), f64>;

/// As [`likelihood`], by what is shown in the end. How many took part is known to her: that the person did is what she begins with.
fn likelihood_of_shown(counts: &Counts, people: i64, shown: &Figures, known: &mut Known) -> f64 {
    let mut rounds_to = |counts: &[i64], shown: &[Share]| {
        *known.entry((counts.to_vec(), shown.to_vec())).or_insert_with(|| rounds_to(counts, shown))
    };
    let part = |count: i64, whole: i64, share: Share| -> f64 {
        let near = (count - 12).max(0)..count + 12;
        near.filter(|seen| Share::of(*seen, whole) == share).map(|seen| becomes(count, seen)).sum()
    };
    let mut scene = |(counts, shown): (&Option<SceneCounts>, &Option<Scene>)| match (counts, shown) {
        (Some(counts), Some(shown)) => {
            let seen = (MINIMUM + MARGIN).max(counts.people - 20)..counts.people + 20;
            let seen = seen.filter(|people| Band::of(*people) == shown.people);
            let taken_back =
                |seen| shows(counts.people, MINIMUM, seen) * part(counts.taken_back, seen, shown.taken_back);
            let rest = part(counts.lost, people, shown.lost) * rounds_to(&counts.choices, &shown.choices);
            seen.map(taken_back).sum::<f64>() * rest
        }
        (Some(counts), None) => hides(counts.people, MINIMUM),
        _ => 1.0,
    };
    let scenes: f64 = counts.scenes.iter().zip(&shown.scenes).map(&mut scene).product();
    let ended: Vec<i64> = counts.endings.values().map(|ending| ending.people).chain([counts.unfinished]).collect();
    let ends: Vec<Share> = shown.endings.values().copied().chain([shown.unfinished]).collect();
    scenes * rounds_to(&ended, &ends)
}

/// In how many of a hundred groups of so many people she guesses what the last one said first.
fn guesses(people: usize) -> usize {
    const GROUPS: usize = 150;
    let (mut random, mut known, mut right) = (StdRng::seed_from_u64(7), Known::new(), 0);
    let all = ways(&plot());
    let of_first =
        |first: usize| -> Vec<usize> { (0..all.len()).filter(|way| all[*way][0] == first.to_string()).collect() };
    let mut groups = 0;
    while groups < GROUPS {
        let drawn: Vec<usize> = (0..people).map(|_| random.random_range(0..all.len() * 3)).collect();
        let others = Others::new(&drawn[1..]);
        let truth = of_first(groups % 3)[drawn[0] % of_first(groups % 3).len()];
        let Some(seen) = shift(&others.with(truth), MINIMUM, &mut random) else { continue };
        groups += 1;
        let mut average = |first: usize| -> f64 {
            let ways = of_first(first);
            let likely = |way: &usize| likelihood_of_shown(&others.with(*way), seen.people, &round(&seen), &mut known);
            ways.iter().map(likely).sum::<f64>() / ways.len() as f64
        };
        let likely: Vec<f64> = (0..3).map(&mut average).collect();
        let guess = (0..3).max_by(|a, b| likely[*a].total_cmp(&likely[*b])).unwrap();
        right += usize::from(all[truth][0] == guess.to_string());
    }
    100 * right / GROUPS
}

#[test]
fn whoever_knows_all_others_still_guesses() {
    let (few, many) = (guesses(25), guesses(100));
    assert!(few < 55 && many < 45, "right in {few} of 100 groups of 25, in {many} of 100 groups of 100");
}

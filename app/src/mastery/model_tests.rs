use proptest::prelude::*;

use super::*;

fn today() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, 18).unwrap()
}

/// Evidence so many days ago; of several on a day, a later `order` comes later.
fn evidence(source: Source, item: &str, score: u32, days: u64, order: i64) -> Evidence {
    let day = today() - Days::new(days);
    let at = i64::try_from(1_000_000 - days).unwrap() * 1000 + order;
    Evidence { competency: "calm".into(), source, item: item.into(), score, at, day }
}

fn talk(item: &str, score: u32, days: u64) -> Evidence {
    evidence(Source::Rehearsal, item, score, days, 0)
}

fn average(evidence: &[Evidence]) -> Option<u32> {
    level(&counted(evidence, today())).map(|level| level.average)
}

#[test]
fn a_little_says_nothing_yet() {
    assert_eq!(average(&[]), None);
    assert_eq!(average(&[talk("a", 100, 0)]), None);
    assert_eq!(average(&[talk("a", 100, 0), talk("a", 100, 0)]), None, "twice on a day is once");
    let check = |item: &str| evidence(Source::Check, item, 100, 0, 0);
    assert_eq!(average(&[check("a"), check("b")]), None);
    assert_eq!(average(&[check("a"), check("b"), check("c")]), Some(100));
    assert_eq!(average(&[talk("a", 100, 60), talk("a", 100, 61), talk("b", 100, 70)]), None, "what was long ago fades");
}

#[test]
fn a_rehearsal_weighs_two_answers_or_eight_cards() {
    let cards = (0..8).map(|number| evidence(Source::Card, &number.to_string(), 0, 0, 0));
    assert_eq!(average(&cards.chain([talk("a", 100, 0)]).collect::<Vec<_>>()), Some(50));
    let two = [talk("a", 100, 0), evidence(Source::Check, "b", 0, 0, 0), evidence(Source::Check, "c", 0, 0, 0)];
    assert_eq!(average(&two), Some(50));
}

#[test]
fn after_sixty_days_it_is_half_after_a_year_nothing() {
    let all = [talk("a", 100, 0), talk("b", 100, 0), talk("c", 0, 60), talk("d", 0, 60)];
    assert_eq!(average(&all), Some(67), "2 × 100 and 1 × 0, of 3");
    assert_eq!(counted(&[talk("a", 100, 365), talk("b", 100, 366)], today()).len(), 1);
}

#[test]
fn of_a_day_the_last_time_counts() {
    let tries = [0, 50, 100].map(|score| evidence(Source::Rehearsal, "a", score, 1, i64::from(score)));
    let other = talk("b", 100, 1);
    assert_eq!(average(&[tries.to_vec(), vec![other]].concat()), Some(100));
    let found = counted(&tries, today());
    assert_eq!(found.iter().map(|one| one.evidence.score).collect::<Vec<_>>(), [100]);
}

#[test]
fn steps_have_their_bounds() {
    let step = |average| Level { average }.step();
    assert_eq!(
        [0, 39, 40, 64, 65, 84, 85, 100].map(step),
        [
            Step::First,
            Step::First,
            Step::Growing,
            Step::Growing,
            Step::Practised,
            Step::Practised,
            Step::Assured,
            Step::Assured
        ]
    );
}

#[test]
fn what_came_later_is_not_in_earlier_weeks() {
    let all = [talk("a", 0, 20), talk("b", 0, 20), talk("c", 100, 3), talk("d", 100, 3)];
    let weeks = weekly(&all.iter().collect::<Vec<_>>(), today());
    let found: Vec<_> = weeks.iter().map(|(_, level)| level.map(|level| level.average)).collect();
    assert_eq!(found.len(), 26);
    assert_eq!(found[20..], [None, None, None, Some(0), Some(0), Some(55)]);
    assert_eq!(weeks.last().map(|(day, _)| *day), Some(today()));
}

fn any_evidence() -> impl Strategy<Value = Evidence> {
    let source = prop_oneof![Just(Source::Rehearsal), Just(Source::Check), Just(Source::Card)];
    (source, 0..6_u8, 0..=100_u32, 0..400_u64, 0..1000_i64)
        .prop_map(|(source, item, score, days, order)| evidence(source, &item.to_string(), score, days, order))
}

fn exact(evidence: &[Evidence]) -> Option<f64> {
    let counted = counted(evidence, today());
    level(&counted)?;
    let weight = |one: &Counted| one.evidence.source.weight() * one.weight;
    let total: f64 = counted.iter().map(weight).sum();
    Some(counted.iter().map(|one| weight(one) * f64::from(one.evidence.score)).sum::<f64>() / total)
}

proptest! {
    #[test]
    fn a_level_lies_between_the_worst_and_the_best(all in prop::collection::vec(any_evidence(), 0..40)) {
        let found = counted(&all, today());
        if let Some(level) = level(&found) {
            let scores = || found.iter().map(|one| one.evidence.score);
            prop_assert!(scores().min().unwrap() <= level.average && level.average <= scores().max().unwrap());
        }
    }

    #[test]
    fn something_done_well_never_lowers_it(all in prop::collection::vec(any_evidence(), 0..40), item in 0..6_u8, source in 0..3_u8) {
        let source = [Source::Rehearsal, Source::Check, Source::Card][usize::from(source)];
        let before = exact(&all);
        let more = [all, vec![evidence(source, &item.to_string(), 100, 0, 5000)]].concat();
        if let Some(before) = before {
            prop_assert!(exact(&more).unwrap() >= before - 1e-9);
        }
    }

    #[test]
    fn doing_one_thing_better_never_lowers_it(all in prop::collection::vec(any_evidence(), 1..40), which: prop::sample::Index, more in 0..100_u32) {
        let mut better = all.clone();
        let one = which.get(&all);
        let position = all.iter().position(|known| known == one).unwrap();
        better[position].score = (one.score + more).min(100);
        if let (Some(before), Some(after)) = (exact(&all), exact(&better)) {
            prop_assert!(after >= before - 1e-9);
        }
    }

    #[test]
    fn of_two_the_later_counts_more(low in 0..50_u32, high in 51..=100_u32, days in 1..300_u64, same in 0..100_u32) {
        let rest = [talk("c", same, 0), talk("d", same, 0)];
        let rising = [vec![talk("a", low, days), talk("b", high, 0)], rest.to_vec()].concat();
        let falling = [vec![talk("a", high, days), talk("b", low, 0)], rest.to_vec()].concat();
        prop_assert!(exact(&rising).unwrap() > exact(&falling).unwrap());
    }

    #[test]
    fn the_order_in_which_it_is_read_does_not_matter(
        all in prop::collection::vec(any_evidence(), 0..30).prop_map(|mut all| {
            for (order, one) in (0..).zip(&mut all) { one.at = one.at / 1000 * 1000 + order; }
            all
        }).prop_flat_map(|all| (Just(all.clone()), Just(all).prop_shuffle()))
    ) {
        prop_assert_eq!(average(&all.0), average(&all.1));
    }
}

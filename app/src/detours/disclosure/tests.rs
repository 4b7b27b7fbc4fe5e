use rand::{SeedableRng, rngs::StdRng};

use super::*;

#[test]
fn shares_come_in_tens_with_open_ends() {
    let share = |part, whole| Share::of(part, whole).percent();
    assert_eq!([share(0, 20), share(1, 20), share(2, 20), share(3, 20), share(5, 20)], [0, 0, 10, 20, 30]);
    assert_eq!([share(17, 20), share(18, 20), share(19, 20), share(20, 20)], [90, 90, 100, 100]);
    assert_eq!([share(9, 100), share(10, 100), share(14, 100), share(15, 100), share(94, 100)], [0, 10, 10, 20, 100]);
    assert_eq!([share(0, 0), share(3, 0), share(4, 3)], [0, 0, 100], "chance may leave nobody, or more than all");
}

#[test]
fn people_come_in_bands() {
    let band = |people| Band::of(people).bounds();
    assert_eq!([band(12), band(19)], [(10, Some(19)); 2]);
    assert_eq!([band(20), band(49)], [(20, Some(49)); 2]);
    assert_eq!([band(50), band(5000)], [(50, None); 2]);
}

#[test]
fn chance_is_even_and_each_step_is_half_as_likely() {
    let mut random = StdRng::seed_from_u64(1);
    let draws: Vec<i64> = (0..60_000).map(|_| chance(&mut random)).collect();
    let times = |shift: i64| draws.iter().filter(|draw| **draw == shift).count();
    for (shift, about) in [(0, 20_000), (1, 10_000), (-1, 10_000), (2, 5_000), (-2, 5_000), (3, 2_500)] {
        assert!(times(shift).abs_diff(about) < 500, "{shift}: {} times", times(shift));
    }
}

fn counts(people: i64, in_scene: i64) -> Counts {
    let all = SceneCounts { people, choices: vec![people], ..SceneCounts::default() };
    let some = SceneCounts { people: in_scene, choices: vec![in_scene - 1, 1, 0], lost: 1, taken_back: 0 };
    let endings = [(3, EndingCounts { people, is_good: true })].into();
    Counts { people, scenes: vec![Some(all), Some(some), None, None], endings, unfinished: 0 }
}

/// Of so many draws, how often a drill is shown, and its second scene.
fn shown(counts: &Counts, minimum: i64) -> (usize, usize) {
    let mut random = StdRng::seed_from_u64(2);
    let all: Vec<Figures> = (0..20_000).filter_map(|_| publish(counts, minimum, &mut random)).collect();
    (all.len(), all.iter().filter(|figures| figures.scenes[1].is_some()).count())
}

#[test]
fn too_few_are_never_shown_and_just_enough_seldom() {
    assert_eq!(shown(&counts(15, 15), 8).0, 0, "twice eight");
    assert_eq!(shown(&counts(9, 9), 3).0, 0, "ten at least, however small groups may be");
    let (drills, _) = shown(&counts(16, 16), 8);
    assert!((40..180).contains(&drills), "once in 192 times: {drills} of 20,000");
    assert_eq!(shown(&counts(40, 7), 8), (20_000, 0), "in a scene too");
    let (_, scenes) = shown(&counts(40, 8), 8);
    assert!((40..180).contains(&scenes), "once in 192 times: {scenes} of 20,000");
    let (_, scenes) = shown(&counts(40, 30), 8);
    assert_eq!(scenes, 20_000, "many are always shown");
}

#[test]
fn of_many_the_shares_are_what_they_are() {
    let mut random = StdRng::seed_from_u64(3);
    let scene = SceneCounts { people: 2000, choices: vec![1400, 598, 2], lost: 400, taken_back: 20 };
    let endings = [(2, EndingCounts { people: 760, is_good: true }), (3, EndingCounts { people: 880, is_good: false })];
    let counts = Counts { people: 2000, scenes: vec![Some(scene)], endings: endings.into(), unfinished: 360 };
    let figures = publish(&counts, 8, &mut random).unwrap();
    let scene = figures.scenes[0].as_ref().unwrap();
    assert_eq!(scene.choices.iter().map(|share| share.percent()).collect::<Vec<_>>(), [70, 30, 0]);
    assert_eq!([scene.lost, scene.taken_back, figures.good, figures.unfinished].map(Share::percent), [20, 0, 40, 20]);
    assert_eq!(figures.endings.values().map(|share| share.percent()).collect::<Vec<_>>(), [40, 40]);
    let json = serde_json::to_string(&figures).unwrap();
    assert!(!json.contains("1400") && !json.contains("2000"), "{json}");
    assert_eq!(serde_json::from_str::<Figures>(&json).unwrap(), figures);
}

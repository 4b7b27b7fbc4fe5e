use proptest::prelude::*;

use super::*;

fn team(site: &str, id: &str, people: i64, active: i64) -> TeamCounts {
    let (asked, finished, due, done) = (people, active, people, active);
    let (team_id, site_id) = (id.to_owned(), site.to_owned());
    TeamCounts { team_id, site_id, people, active, minutes: active * 12, asked, finished, due, done }
}

fn figures(published: &[Published], id: &str) -> Figures {
    published.iter().find(|group| group.group_id == id).unwrap().figures
}

#[test]
fn figures_are_rounded_to_five() {
    assert_eq!(
        [(1, 3), (3, 8), (37, 40), (12, 40), (1, 400), (399, 400)].map(|(part, of)| percent(part, of)),
        [35, 40, 95, 30, 5, 95]
    );
    assert_eq!([(12, 1), (13, 1), (0, 4)].map(|(sum, count)| nearest_five(sum, count)), [10, 15, 0]);
}

#[test]
fn big_balanced_teams_are_shown_with_their_totals() {
    let teams = [team("b", "b1", 12, 6), team("b", "b2", 20, 10), team("c", "c1", 16, 8)];
    let published = publish(&teams, 8);
    assert_eq!(
        figures(&published, "b1"),
        Figures { people: Some(12), reach: Some(50), completion: Some(50), minutes: None }
    );
    assert_eq!(figures(&published, "b").people, Some(32));
    assert_eq!(figures(&published, ORGANISATION).reach, Some(50));
}

#[test]
fn minutes_of_a_handful_of_active_people_are_withheld_and_do_not_follow() {
    let teams = [team("b", "b1", 12, 6), team("b", "b2", 20, 10), team("b", "b3", 40, 20), team("b", "b4", 44, 21)];
    let published = publish(&teams, 8);
    let minutes = ["b1", "b2", "b3", "b4", "b"].map(|id| figures(&published, id).minutes);
    assert_eq!(minutes, [None, None, Some(10), Some(10), Some(10)], "without b2 the rest would be b1 alone");
    assert!(["b1", "b2"].iter().all(|id| figures(&published, id).reach.is_some()));
}

#[test]
fn a_small_team_takes_the_next_one_with_it() {
    let teams = [team("b", "b1", 4, 2), team("b", "b2", 12, 6), team("b", "b3", 20, 10), team("b", "b4", 22, 10)];
    let published = publish(&teams, 8);
    assert!(["b1", "b2"].iter().all(|id| figures(&published, id).is_withheld()));
    assert!(["b3", "b4", "b"].iter().all(|id| figures(&published, id).reach.is_some()));
}

#[test]
fn the_same_is_withheld_whether_all_or_nobody_did_it() {
    let week = |active| publish(&[team("b", "b1", 12, 6), team("b", "b2", 20, active), team("c", "c1", 30, 14)], 8);
    for active in [0, 2, 18, 20] {
        let published = week(active);
        assert!(["b1", "b2"].iter().all(|id| figures(&published, id).is_withheld()), "{active}");
        assert!(["b", "c", ORGANISATION].iter().all(|id| figures(&published, id).reach.is_some()), "{active}");
    }
    assert!(["b1", "b2"].iter().all(|id| figures(&week(17), id).reach.is_some()));
}

#[test]
fn completion_is_judged_by_people_though_it_counts_pairs() {
    // Three pairs are open, all of them one person's: seven finished everything.
    let unbalanced = TeamCounts { asked: 8, finished: 7, due: 24, done: 21, ..team("b", "b1", 20, 10) };
    assert_eq!(figures(&publish(&[unbalanced], 8), "b1").completion, None);
    let balanced = TeamCounts { asked: 8, finished: 5, due: 24, done: 21, ..team("b", "b1", 20, 10) };
    assert_eq!(figures(&publish(&[balanced], 8), "b1").completion, Some(90));
}

#[test]
fn a_small_site_takes_another_one_with_it_and_everything_else_stays() {
    let small = [team("a", "a1", 6, 3)];
    let others = [("b", "b1"), ("c", "c1"), ("c", "c2"), ("d", "d1")].map(|(site, id)| team(site, id, 20, 10));
    let published = publish(&[&small[..], &others].concat(), 8);
    assert!(["a1", "a", "b1", "b"].iter().all(|id| figures(&published, id).is_withheld()));
    assert!(["c1", "c2", "c", "d1", "d", ORGANISATION].iter().all(|id| figures(&published, id).reach.is_some()));
}

#[test]
fn no_setting_goes_below_the_floor() {
    assert!(publish(&[team("b", "b1", 4, 2)], 1).iter().all(|group| group.figures.is_withheld()));
    assert_eq!(publish(&[team("b", "b1", 0, 0)], 8), []);
}
proptest! {
    /// What one figure would tell about another that is withheld is not there either.
    #[test]
    fn people_and_minutes_come_with_reach(teams in proptest::collection::vec((0..4_u8, 0..30_i64, 0..=100_i64), 1..14)) {
        let team = |(id, (site, people, share)): (usize, &(u8, i64, i64))| {
            team(&site.to_string(), &id.to_string(), *people, people * share / 100)
        };
        let teams: Vec<TeamCounts> = teams.iter().enumerate().map(team).collect();
        for Published { level, group_id, site_id, figures } in publish(&teams, 8) {
            let is_in = |team: &&TeamCounts| match level {
                Level::Organisation => true,
                Level::Site => site_id.as_ref() == Some(&team.site_id),
                Level::Team => group_id == team.team_id && site_id.as_ref() == Some(&team.site_id),
            };
            let active: i64 = teams.iter().filter(is_in).map(|team| team.active).sum();
            prop_assert_eq!(figures.people.is_some(), figures.reach.is_some());
            prop_assert!(figures.minutes.is_none() || (figures.reach.is_some() && active >= 8));
        }
    }
}

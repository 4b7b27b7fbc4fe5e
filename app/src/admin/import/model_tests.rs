//! What is planned for the lines of a file.

use super::{model::*, reading::Line};
use crate::{
    access::Role,
    admin::{
        model::{Bound, Reach},
        people::{grants::model::Held, store::Target},
    },
    language::fold,
};

fn team(id: &str, name: &str, site: &str) -> Team {
    Team {
        id: id.into(),
        name: name.into(),
        key: fold(name),
        site_id: site.to_lowercase(),
        site_name: site.into(),
        site_key: fold(site),
    }
}

fn person(id: &str, name: &str, (team, site): (&str, &str), held: Vec<Held>) -> Person {
    let target = Target {
        id: id.into(),
        name: name.into(),
        sign_in_name: id.into(),
        home: Bound::Team { team: team.into(), site: site.into() },
        team_name: team.into(),
        is_active: true,
    };
    Person { target, held }
}

fn known() -> Known {
    let coach = Held {
        id: "g".into(),
        role: Role::Coach,
        bound: Bound::Team { team: "till".into(), site: "bern".into() },
        ends_at: None,
    };
    let mut gone = person("sven", "Sven", ("till", "bern"), vec![]);
    gone.target.is_active = false;
    let people = [
        person("lea", "Lea Brunner", ("till", "bern"), vec![coach]),
        person("eva", "Eva Graf", ("till", "bern"), vec![]),
        person("otto", "Otto Wien", ("bar", "wien"), vec![]),
        gone,
    ];
    Known {
        teams: vec![team("till", "Kasse", "Bern"), team("phone", "Telefon", "Bern")],
        people: people.map(|person| (person.target.id.clone(), person)).into(),
        reach: Reach(vec![Bound::Site("bern".into())]),
        by: "eva".into(),
    }
}

fn line(sign_in_name: &str, name: &str, team: &str, role: &str) -> Line {
    let [sign_in_name, name, team, role] = [sign_in_name, name, team, role].map(str::to_owned);
    Line { number: 2, sign_in_name, name, site: "Bern".into(), team, role, is_whole: true }
}

fn fate(line: Line) -> Fate {
    plan(&known(), vec![line]).remove(0).fate
}

fn faults(line: Line) -> Vec<Fault> {
    match fate(line) {
        Fate::Refused(faults) => faults,
        other => panic!("{other:?}"),
    }
}

#[test]
fn a_new_person_may_bring_a_role_bounded_by_team_or_site() {
    let Fate::New(entry, None) = fate(line("mia", "Mia Egli", "KASSE", "learner")) else { panic!() };
    assert_eq!((entry.name.as_str(), entry.team.as_str()), ("Mia Egli", "till"));
    let Fate::New(_, Some(coach)) = fate(line("mia", "Mia Egli", "Kasse", "Coach")) else { panic!() };
    assert_eq!((coach.role, coach.bound), (Role::Coach, Bound::Team { team: "till".into(), site: "bern".into() }));
    let Fate::New(_, Some(leader)) = fate(line("mia", "Mia Egli", "Kasse", "leader")) else { panic!() };
    assert_eq!((leader.role, leader.bound), (Role::Leader, Bound::Site("bern".into())));
}

#[test]
fn what_is_so_already_stays() {
    assert_eq!(fate(line("lea", "Lea Brunner", "Kasse", "")), Fate::Same);
    assert_eq!(fate(line("lea", "Lea Brunner", "kasse", "coach")), Fate::Same);
}

#[test]
fn every_change_is_named() {
    let Fate::Changed { changes, target, .. } = fate(line("LEA", "Lea Graf", "Telefon", "leader")) else { panic!() };
    assert_eq!(target.id, "lea");
    let expected = [
        Change::Name("Lea Brunner".into(), "Lea Graf".into()),
        Change::SignInName("lea".into(), "LEA".into()),
        Change::Team("till".into(), "Telefon".into()),
        Change::Role(Role::Leader),
    ];
    assert_eq!(changes, expected);
}

#[test]
fn every_reason_of_a_line_is_given() {
    let all = Line { is_whole: false, ..line("", &"x".repeat(121), "Lager", "chef") };
    let expected =
        [Fault::Fields, Fault::SignInNameMissing, Fault::NameTooLong, Fault::TeamUnknown, Fault::RoleUnknown];
    assert_eq!(faults(all), expected);
    assert_eq!(
        faults(Line { site: "Genf".into(), ..line("mia", "", "Kasse", "") }),
        [Fault::NameMissing, Fault::SiteUnknown]
    );
    assert_eq!(faults(Line { site: String::new(), ..line("mia", "Mia", "", "") }), [Fault::SiteMissing]);
    assert_eq!(faults(line("mia", "Mia", "", "")), [Fault::TeamMissing]);
    assert_eq!(faults(line("mi\u{7}a", "M\u{7}ia", "Kasse", "")), [Fault::Control]);
    assert_eq!(faults(line(&"m".repeat(81), "Mia", "Kasse", "")), [Fault::SignInNameTooLong]);
}

#[test]
fn who_is_out_of_reach_or_inactive_is_refused() {
    assert_eq!(faults(line("otto", "Otto", "Kasse", "")), [Fault::Taken]);
    assert_eq!(faults(line("sven", "Sven", "Kasse", "")), [Fault::Inactive]);
}

#[test]
fn roles_follow_the_rules_of_granting() {
    assert_eq!(faults(line("eva", "Eva Graf", "Kasse", "coach")), [Fault::RoleOneself]);
    let mut known = known();
    known.reach = Reach(vec![Bound::Team { team: "till".into(), site: "bern".into() }]);
    let row = plan(&known, vec![line("mia", "Mia", "Kasse", "leader")]).remove(0);
    assert_eq!(row.fate, Fate::Refused(vec![Fault::RoleBeyond]));
}

#[test]
fn a_sign_in_name_stands_once() {
    let second = Line { number: 3, ..line(" MIA ".trim(), "Mia Zwei", "Kasse", "") };
    let rows = plan(&known(), vec![line("mia", "Mia Egli", "Kasse", ""), second]);
    assert!(matches!(rows[0].fate, Fate::New(..)));
    assert_eq!(rows[1].fate, Fate::Refused(vec![Fault::Twice(2)]));
    let rows = plan(&known(), vec![line("", "A", "Kasse", ""), line("", "B", "Kasse", "")]);
    assert_eq!(rows[1].fate, Fate::Refused(vec![Fault::SignInNameMissing]));
}

#[test]
fn a_thousand_lines_with_a_hundred_faults_are_all_counted() {
    let lines = (0..1000)
        .map(|n| Line { number: n + 2, ..line(&format!("p{n}"), if n % 10 == 0 { "" } else { "P" }, "Kasse", "") });
    let counts = count(&plan(&known(), lines.collect()));
    assert_eq!(counts, Counts { new: 900, refused: 100, ..Counts::default() });
}

//! The attacker of [`super`], against the rules: what she can compute from everything that is shown, and what she can infer from what is not.

use proptest::prelude::*;

use super::split::{Decision, Part, Rule, Site, decide};

/// A set of teams, by their places across all sites.
type Set = Vec<bool>;

/// An organisation as the attacker thinks of it.
#[derive(Clone, Debug)]
struct Organisation {
    sites: Vec<Site>,
    rule: Rule,
}

impl Organisation {
    fn teams(&self) -> Vec<Part> {
        self.sites.iter().flat_map(|site| site.teams.clone()).collect()
    }

    /// The same groups with other figures.
    fn with(&self, yes: &[i64]) -> Organisation {
        let mut other = self.clone();
        let teams = other.sites.iter_mut().flat_map(|site| &mut site.teams);
        teams.zip(yes).for_each(|(team, yes)| team.yes = *yes);
        other
    }

    /// Each site's teams.
    fn site_sets(&self) -> Vec<Set> {
        let mut first = 0;
        let sets = self.sites.iter().map(|site| {
            let places = first..first + site.teams.len();
            first = places.end;
            (0..self.teams().len()).map(|place| places.contains(&place)).collect()
        });
        sets.collect()
    }

    /// Every group, and whether it is shown.
    fn groups(&self, decision: &Decision) -> Vec<(Set, bool)> {
        let count = self.teams().len();
        let teams = decision.sites.iter().flat_map(|site| &site.teams).enumerate();
        let teams = teams.map(|(team, is_shown)| ((0..count).map(|place| place == team).collect(), *is_shown));
        let sites = self.site_sets().into_iter().zip(decision.sites.iter().map(|site| site.is_shown));
        teams.chain(sites).chain([(vec![true; count], decision.is_shown)]).collect()
    }

    fn people(&self, set: &[bool]) -> i64 {
        self.teams().iter().zip(set).filter(|(_, is_in)| **is_in).map(|(team, _)| team.people).sum()
    }

    fn yes(&self, set: &[bool]) -> i64 {
        self.teams().iter().zip(set).filter(|(_, is_in)| **is_in).map(|(team, _)| team.yes).sum()
    }

    /// The fewest and the most of a set of withheld teams that fit the totals shown: what arithmetic leaves.
    fn range(&self, decision: &Decision, set: &[bool]) -> (i64, i64) {
        let teams: Vec<bool> = decision.sites.iter().flat_map(|site| site.teams.clone()).collect();
        let hidden =
            |site: &Set| -> Set { site.iter().zip(&teams).map(|(is_in, is_shown)| *is_in && !is_shown).collect() };
        let (mut range, mut rest) = ((0, 0), vec![false; teams.len()]);
        for (site, decided) in self.site_sets().iter().zip(&decision.sites) {
            if decided.is_shown {
                range = add(range, self.range_in(&hidden(site), set, true));
            } else {
                rest = or(&rest, &hidden(site));
            }
        }
        add(range, self.range_in(&rest, set, decision.is_shown))
    }

    fn range_in(&self, rest: &[bool], set: &[bool], is_known: bool) -> (i64, i64) {
        let part: Set = rest.iter().zip(set).map(|(in_rest, is_in)| *in_rest && *is_in).collect();
        let (people, others) = (self.people(&part), self.people(rest) - self.people(&part));
        let known = self.yes(rest);
        if is_known { ((known - others).max(0), people.min(known)) } else { (0, people) }
    }
}

fn add(a: (i64, i64), b: (i64, i64)) -> (i64, i64) {
    (a.0 + b.0, a.1 + b.1)
}

fn or(a: &[bool], b: &[bool]) -> Set {
    a.iter().zip(b).map(|(a, b)| *a || *b).collect()
}

/// All sets of so many teams.
fn sets(count: usize) -> impl Iterator<Item = Set> {
    (1..1_u32 << count).map(move |bits| (0..count).map(|place| bits >> place & 1 == 1).collect())
}

/// A large prime: Gaussian elimination on ones and zeros modulo it finds the same as over the fractions.
const PRIME: i64 = 998_244_353;

fn inverse(number: i64) -> i64 {
    let (mut result, mut base, mut exponent) = (1, number, PRIME - 2);
    while exponent > 0 {
        if exponent % 2 == 1 {
            result = result * base % PRIME;
        }
        base = base * base % PRIME;
        exponent /= 2;
    }
    result
}

/// What is left of a combination after everything known is subtracted; nothing left: it is known exactly.
fn reduce(known: &[(usize, Vec<i64>)], mut row: Vec<i64>) -> Vec<i64> {
    for (pivot, other) in known {
        let times = row[*pivot];
        row.iter_mut().zip(other).for_each(|(value, known)| *value = (*value + (PRIME - times) * known) % PRIME);
    }
    row
}

/// Everything shown, solved as far as it goes.
fn solve(shown: impl Iterator<Item = Set>) -> Vec<(usize, Vec<i64>)> {
    let mut known: Vec<(usize, Vec<i64>)> = Vec::new();
    for set in shown {
        let mut row = reduce(&known, set.into_iter().map(i64::from).collect());
        if let Some(pivot) = row.iter().position(|value| *value != 0) {
            let factor = inverse(row[pivot]);
            row.iter_mut().for_each(|value| *value = *value * factor % PRIME);
            for (_, other) in &mut known {
                *other = reduce(&[(pivot, row.clone())], std::mem::take(other));
            }
            known.push((pivot, row));
        }
    }
    known
}

fn is_known(known: &[(usize, Vec<i64>)], set: &[bool]) -> bool {
    reduce(known, set.iter().map(|is_in| i64::from(*is_in)).collect()).iter().all(|value| *value == 0)
}

fn part(sizes: std::ops::RangeInclusive<i64>) -> impl Strategy<Value = Part> {
    let any = sizes.prop_flat_map(|people| (Just(people), 0..=people));
    // Nearly all and nearly none happen often: they are what is difficult.
    let any = (any, 0..6).prop_map(|((people, yes), extreme)| match extreme {
        0 => (people, 0),
        1 => (people, people),
        _ => (people, yes),
    });
    any.prop_map(|(people, yes)| Part { people, yes, is_held: false })
}

fn organisation(
    sizes: std::ops::RangeInclusive<i64>,
    most: usize,
    teams: usize,
    rule: Rule,
) -> impl Strategy<Value = Organisation> {
    let site = proptest::collection::vec(part(sizes), 1..5).prop_map(|teams| Site { teams, is_held: false });
    let sites = proptest::collection::vec(site, 1..=most);
    let few = move |sites: &Vec<Site>| sites.iter().map(|site| site.teams.len()).sum::<usize>() <= teams;
    sites.prop_filter("few enough to try all sets", few).prop_map(move |sites| Organisation { sites, rule })
}

const RULE: Rule = Rule { minimum: 8, margin: 3, is_balanced: true };
/// Like [`RULE`], for groups so small that all figures can be tried.
const SMALL: Rule = Rule { minimum: 3, margin: 1, is_balanced: true };

/// For minutes: what is held for another reason, and no balance.
fn held() -> impl Strategy<Value = Organisation> {
    let rule = Rule { is_balanced: false, ..RULE };
    (organisation(0..=24, 4, 9, rule), any::<u16>(), any::<u8>()).prop_map(|(mut organisation, teams, sites)| {
        let all = organisation.sites.iter_mut().flat_map(|site| &mut site.teams).enumerate();
        all.for_each(|(place, team)| team.is_held = teams >> place & 3 == 3);
        let sites_held = organisation.sites.iter_mut().enumerate();
        sites_held.for_each(|(place, site)| site.is_held = sites >> place & 3 == 3);
        organisation
    })
}

/// No withheld group follows from what is shown by adding and subtracting, nor does any set of teams of fewer people than the minimum.
fn assert_nothing_follows(organisation: &Organisation) -> Result<(), TestCaseError> {
    let decision = decide(&organisation.sites, organisation.rule);
    let groups = organisation.groups(&decision);
    let known = solve(groups.iter().filter(|(_, is_shown)| *is_shown).map(|(set, _)| set.clone()));
    let members: Vec<bool> = organisation.teams().iter().map(|team| team.people > 0 || team.is_held).collect();
    for (set, is_shown) in &groups {
        let matters = set.iter().zip(&members).any(|(is_in, is_member)| *is_in && *is_member);
        prop_assert!(*is_shown || !matters || !is_known(&known, set), "{set:?} is withheld but follows: {decision:?}");
        prop_assert!(
            !*is_shown || organisation.people(set) >= organisation.rule.minimum,
            "{set:?} is shown: {decision:?}"
        );
    }
    for set in sets(members.len()).filter(|set| set.iter().zip(&members).all(|(is_in, is_member)| !is_in || *is_member))
    {
        let is_small = organisation.people(&set) < organisation.rule.minimum;
        prop_assert!(!is_small || !is_known(&known, &set), "{set:?} is small but follows: {decision:?}");
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn nothing_withheld_and_no_small_group_follows_by_subtraction(organisation in organisation(0..=24, 4, 9, RULE)) {
        assert_nothing_follows(&organisation)?;
    }

    #[test]
    fn nor_does_it_where_something_is_held_for_another_reason(organisation in held()) {
        assert_nothing_follows(&organisation)?;
        let decision = decide(&organisation.sites, organisation.rule);
        for (site, decided) in organisation.sites.iter().zip(&decision.sites) {
            prop_assert!(!(site.is_held && decided.is_shown));
            prop_assert!(site.teams.iter().zip(&decided.teams).all(|(team, is_shown)| !(team.is_held && *is_shown)));
        }
    }

    #[test]
    fn whatever_follows_is_balanced(organisation in organisation(0..=24, 4, 9, RULE)) {
        let decision = decide(&organisation.sites, RULE);
        let known = solve(organisation.groups(&decision).into_iter().filter(|(_, is_shown)| *is_shown).map(|(set, _)| set));
        for set in sets(organisation.teams().len()).filter(|set| organisation.people(set) > 0 && is_known(&known, set)) {
            let (yes, people) = (organisation.yes(&set), organisation.people(&set));
            prop_assert!(yes >= RULE.margin && people - yes >= RULE.margin, "{set:?}: {yes} of {people}: {decision:?}");
        }
    }

    #[test]
    fn the_count_of_a_small_set_stays_open(organisation in organisation(0..=24, 4, 9, RULE)) {
        let decision = decide(&organisation.sites, RULE);
        let teams: Vec<bool> = decision.sites.iter().flat_map(|site| site.teams.clone()).collect();
        for set in sets(teams.len()).filter(|set| !set.iter().zip(&teams).any(|(is_in, is_shown)| *is_in && *is_shown)) {
            let people = organisation.people(&set);
            let (least, most) = organisation.range(&decision, &set);
            prop_assert!(people >= RULE.minimum || most - least >= people.min(RULE.margin), "{set:?}: {least} to {most}: {decision:?}");
        }
    }

    /// What is withheld because of figures is withheld in the same way when all did it as when nobody did.
    #[test]
    fn all_and_none_look_the_same(organisation in organisation(0..=24, 4, 9, RULE)) {
        let mirrored: Vec<i64> = organisation.teams().iter().map(|team| team.people - team.yes).collect();
        prop_assert_eq!(decide(&organisation.sites, RULE), decide(&organisation.with(&mirrored).sites, RULE));
    }
}

/// All figures that these groups could have.
fn all_figures(teams: &[Part]) -> Vec<Vec<i64>> {
    teams.iter().fold(vec![Vec::new()], |all, team| {
        all.iter().flat_map(|before| (0..=team.people).map(move |yes| [&before[..], &[yes]].concat())).collect()
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(60))]

    /// The attacker tries out all figures that would have led to exactly what she sees. For every withheld group both ends of the range
    /// that arithmetic leaves are among them: knowing the method gave her nothing.
    #[test]
    fn knowing_the_method_narrows_no_range(organisation in organisation(1..=4, 3, 5, SMALL)) {
        let decision = decide(&organisation.sites, SMALL);
        let groups = organisation.groups(&decision);
        let mut ranges = vec![(i64::MAX, i64::MIN); groups.len()];
        for figures in all_figures(&organisation.teams()) {
            let other = organisation.with(&figures);
            let looks_the_same = groups.iter().all(|(set, is_shown)| !is_shown || other.yes(set) == organisation.yes(set))
                && decide(&other.sites, SMALL) == decision;
            if looks_the_same {
                for ((set, _), range) in groups.iter().zip(&mut ranges) {
                    *range = (range.0.min(other.yes(set)), range.1.max(other.yes(set)));
                }
            }
        }
        for ((set, is_shown), range) in groups.iter().zip(ranges) {
            prop_assert!(*is_shown || range == organisation.range(&decision, set), "{set:?} {range:?}: {decision:?}");
        }
    }
}

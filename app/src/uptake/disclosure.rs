//! What is published of a week, and what is withheld so that nothing follows about anybody: statistical disclosure control.
//!
//! # What is protected, and from whom
//!
//! Groups form a tree: teams are the parts of sites, sites the parts of the organisation. For each group there are three figures: *reach*
//! (active of all people), *completion* (done of what was due), *minutes* (average of those active). The attacker we reckon with
//!
//! - sees everything that any leader sees, and knows the size of every group, whether its figures are shown or not;
//! - gets exact counts from it (rounding is a second line of defence; nothing here relies on it);
//! - adds and subtracts as she likes, across all levels;
//! - knows this method, and therefore also asks *why* something is withheld.
//!
//! She must not learn whether any one person practised, nor the count of a group below the minimum size, nor a count that is withheld.
//! Decisions are made once, when a week is closed, for the whole organisation. Leaders see what their grants reach of one and the same
//! decision, so that several of them know no more together. Of a group's figures only what is published is stored: no mistake in a later
//! query, and no other minimum size later on, brings back what was withheld.
//!
//! # Why published totals are safe: atoms
//!
//! Whatever can be computed from sums over a tree is a sum of *atoms*: the teams that are shown; for each site that is shown the rest of it
//! (all withheld teams together); and the rest of the organisation (all withheld sites together). Hence it suffices that each atom obeys
//! the rule for a group that is shown; then every sum and difference does. That rule is, for k the minimum size and t the [`MARGIN`]:
//!
//! - **size**: at least k people;
//! - **balance**: at least t of them did it and at least t did not. Otherwise the figure would tell something about (nearly) everybody;
//! - **company**: a rest consists of at least two groups and k + t people. Then beside any part with fewer than k people there are more
//!   than t others, and by balance the part's count may still have t + 1 values at least (or every value, if it is smaller than that).
//!
//! # Why the reason for withholding tells nothing: blocks
//!
//! "Withhold the unbalanced team and the next smallest" would be readable for who knows the method: the bigger one of the two is the
//! unbalanced one. Therefore what is withheld together is settled by sizes alone, before any figure is looked at ([`split`]):
//!
//! 1. Groups below k, and as many of the next bigger ones as company needs, are withheld in every week.
//! 2. The others form blocks of two (the last one of three), by size. A block is shown as a whole, or withheld as a whole if any group in it
//!    is unbalanced; so it stays open which group that is, and whether all or nobody practised.
//! 3. If the rest that arises is unbalanced itself, further blocks are withheld, by size; if nothing is left, the total is withheld and the
//!    group above decides by the same rules.
//!
//! For each withheld group both ends of the range that plain arithmetic leaves remain possible under these rules: at an end the group
//! itself, or all others in the rest, are all or none, so a block is withheld rightly. Knowing the method narrows no range. The marker on
//! the page is the same for every reason, and also where nothing was due.
//!
//! # Across figures
//!
//! - Reach × people gives the active count: that is the exact count reckoned with above. `people` is shown where reach is shown only.
//! - Completion counts pairs of person and assignment but is judged by people: those asked, and those who finished all they were asked for.
//!   As at least t people did and t did not, at least t pairs are done and t are open.
//! - Minutes × active gives the sum of minutes. Minutes are shown where reach is shown, there are at least k active people (so that no one
//!   person's minutes dominate), and any rest has as much company. They are an average rounded to 5, so that differences of them are blunt.
//! - Percentages are rounded to 5 and stay between 5 and 95; see [`percent`].
//!
//! # What this does not cover
//!
//! Knowledge from elsewhere: a leader who also coaches some teams of a rest knows their completion and can subtract it; a team of which all
//! but one tell each other what they did knows about that one. And each figure is protected by itself: who knows when things were finished
//! can conclude from completion that there was at least so much reach.

#[cfg(test)]
mod attack;
mod split;
#[cfg(test)]
mod tests;

use std::collections::BTreeMap;

use split::{Decision, Part, Rule, Site, decide};

/// No setting lowers the minimum size of a group below this.
pub const SMALLEST_GROUP: i64 = 5;

/// So many people at least must have done it, and so many not, for a figure to be shown.
pub const MARGIN: i64 = 3;

/// The key of the organisation as a whole among groups.
pub const ORGANISATION: &str = "organisation";

/// What a week was like in a team. It never leaves the server: [`publish`] decides what may.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TeamCounts {
    pub team_id: String,
    pub site_id: String,
    /// Those meant to learn who were there.
    pub people: i64,
    /// Those of them who practised.
    pub active: i64,
    /// All they practised together.
    pub minutes: i64,
    /// Those who had something due.
    pub asked: i64,
    /// Those of them who had finished all of it by the week's end.
    pub finished: i64,
    /// Person by person what was due …
    pub due: i64,
    /// … and what of it was done by the week's end.
    pub done: i64,
}

/// How a group stands in the tree.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Level {
    Organisation,
    Site,
    Team,
}

impl Level {
    /// As it stands in the database.
    pub fn id(self) -> &'static str {
        match self {
            Level::Organisation => ORGANISATION,
            Level::Site => "site",
            Level::Team => "team",
        }
    }

    pub fn from_id(id: &str) -> Option<Level> {
        [Level::Organisation, Level::Site, Level::Team].into_iter().find(|level| level.id() == id)
    }
}

/// What is published of a group: a figure that is withheld is not there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Published {
    pub level: Level,
    pub group_id: String,
    /// The site of a site or team.
    pub site_id: Option<String>,
    pub figures: Figures,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Figures {
    pub people: Option<i64>,
    /// In percent.
    pub reach: Option<i64>,
    /// In percent.
    pub completion: Option<i64>,
    /// Of an active person, on average.
    pub minutes: Option<i64>,
}

impl Figures {
    pub fn is_withheld(&self) -> bool {
        *self == Figures::default()
    }
}

/// Decides for all teams of a week at once, whoever looks at them. Teams without people are left out.
pub fn publish(teams: &[TeamCounts], minimum: i64) -> Vec<Published> {
    let mut sites: BTreeMap<&str, Vec<&TeamCounts>> = BTreeMap::new();
    for team in teams.iter().filter(|team| team.people > 0) {
        sites.entry(&team.site_id).or_default().push(team);
    }
    for teams in sites.values_mut() {
        teams.sort_by(|a, b| a.team_id.cmp(&b.team_id));
    }
    let sites: Vec<Vec<&TeamCounts>> = sites.into_values().collect();
    let decisions = Decisions::make(&sites, minimum.max(SMALLEST_GROUP));
    let mut published = Vec::new();
    for (s, site) in sites.iter().enumerate() {
        for (t, team) in site.iter().enumerate() {
            let figures = decisions.apply(team, |decision| decision.sites[s].teams[t]);
            let (group_id, site_id) = (team.team_id.clone(), Some(team.site_id.clone()));
            published.push(Published { level: Level::Team, group_id, site_id, figures });
        }
        let whole = total(site.iter().copied());
        let figures = decisions.apply(&whole, |decision| decision.sites[s].is_shown);
        let (group_id, site_id) = (whole.site_id.clone(), Some(whole.site_id));
        published.push(Published { level: Level::Site, group_id, site_id, figures });
    }
    if !sites.is_empty() {
        let figures = decisions.apply(&total(sites.iter().flatten().copied()), |decision| decision.is_shown);
        let level = Level::Organisation;
        published.push(Published { level, group_id: ORGANISATION.to_owned(), site_id: None, figures });
    }
    published
}

/// What is shown of each figure.
struct Decisions {
    reach: Decision,
    completion: Decision,
    minutes: Decision,
}

impl Decisions {
    fn make(sites: &[Vec<&TeamCounts>], minimum: i64) -> Decisions {
        let rule = Rule { minimum, margin: MARGIN, is_balanced: true };
        let table = |count: &dyn Fn(&TeamCounts) -> Part| -> Vec<Site> {
            let site = |teams: &Vec<&TeamCounts>| Site {
                teams: teams.iter().map(|team| count(team)).collect(),
                is_held: false,
            };
            sites.iter().map(site).collect()
        };
        let reach = decide(&table(&|team| Part { people: team.people, yes: team.active, is_held: false }), rule);
        let completion = decide(&table(&|team| Part { people: team.asked, yes: team.finished, is_held: false }), rule);
        let mut active = table(&|team| Part { people: team.active, yes: 0, is_held: false });
        for (site, decision) in active.iter_mut().zip(&reach.sites) {
            site.is_held = !decision.is_shown;
            for (team, is_shown) in site.teams.iter_mut().zip(&decision.teams) {
                team.is_held = !is_shown;
            }
        }
        let minutes = decide(&active, Rule { is_balanced: false, ..rule });
        Decisions { reach, completion, minutes }
    }

    fn apply(&self, counts: &TeamCounts, is_shown: impl Fn(&Decision) -> bool) -> Figures {
        let reach = is_shown(&self.reach);
        Figures {
            people: reach.then_some(counts.people),
            reach: reach.then(|| percent(counts.active, counts.people)),
            completion: is_shown(&self.completion).then(|| percent(counts.done, counts.due)),
            minutes: (reach && is_shown(&self.minutes)).then(|| nearest_five(counts.minutes, counts.active).max(5)),
        }
    }
}

fn total<'a>(teams: impl Iterator<Item = &'a TeamCounts>) -> TeamCounts {
    teams.fold(TeamCounts::default(), |sum, team| TeamCounts {
        team_id: String::new(),
        site_id: team.site_id.clone(),
        people: sum.people + team.people,
        active: sum.active + team.active,
        minutes: sum.minutes + team.minutes,
        asked: sum.asked + team.asked,
        finished: sum.finished + team.finished,
        due: sum.due + team.due,
        done: sum.done + team.done,
    })
}

/// Rounded to 5; as neither nobody nor everybody is ever meant, 5 stands for less, and 95 for more too.
fn percent(part: i64, whole: i64) -> i64 {
    nearest_five(100 * part, whole).clamp(5, 95)
}

/// `sum / count`, rounded to the nearest multiple of 5.
fn nearest_five(sum: i64, count: i64) -> i64 {
    if count == 0 { 0 } else { (2 * sum + 5 * count) / (10 * count) * 5 }
}

//! How far an admin's word goes, and rules that all of the administration shares.

use crate::access::{Grant, Role};

/// Longest name of a person, team or site, in characters.
pub const NAME_MAX: usize = 120;
/// Longest sign-in name, in characters.
pub const SIGN_IN_NAME_MAX: usize = 80;

/// Why a form comes back: the field and the message key.
pub type Refusal = (&'static str, &'static str);

/// What a grant is bounded by.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Bound {
    Everything,
    Site(String),
    /// A team, and the site that it belongs to.
    Team {
        team: String,
        site: String,
    },
}

impl Bound {
    /// As a grant's row has it; `site` is the team's where there is a team.
    pub fn from_ids(team: Option<String>, site: Option<String>) -> Bound {
        match (team, site) {
            (Some(team), site) => Bound::Team { team, site: site.unwrap_or_default() },
            (None, Some(site)) => Bound::Site(site),
            (None, None) => Bound::Everything,
        }
    }

    /// The team and the site as a grant's row has them.
    pub fn ids(&self) -> (Option<&str>, Option<&str>) {
        match self {
            Bound::Everything => (None, None),
            Bound::Site(site) => (None, Some(site)),
            Bound::Team { team, .. } => (Some(team), None),
        }
    }

    /// Whether whoever holds this also holds `other`.
    pub fn covers(&self, other: &Bound) -> bool {
        match (self, other) {
            (Bound::Everything, _) => true,
            (Bound::Site(own), Bound::Site(site) | Bound::Team { site, .. }) => own == site,
            (Bound::Team { team: own, .. }, Bound::Team { team, .. }) => own == team,
            _ => false,
        }
    }
}

/// All that an admin's grants reach together.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Reach(pub Vec<Bound>);

impl Reach {
    /// As the session says; enough to decide what a page offers. Writes ask again in their transaction.
    pub fn of(grants: &[Grant]) -> Reach {
        let own = grants.iter().filter(|grant| grant.role == Role::Admin);
        Reach(own.map(|grant| Bound::from_ids(grant.team_id.clone(), grant.site_id.clone())).collect())
    }

    pub fn covers(&self, bound: &Bound) -> bool {
        self.0.iter().any(|own| own.covers(bound))
    }

    pub fn covers_site(&self, site: &str) -> bool {
        self.covers(&Bound::Site(site.to_owned()))
    }

    pub fn is_everything(&self) -> bool {
        self.covers(&Bound::Everything)
    }
}

/// A name as it is kept: without space around it or doubled inside.
pub fn tidy(text: &str) -> String {
    text.split(' ').filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ").trim().to_owned()
}

/// What is wrong with a tidied text that must not be empty.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TextFault {
    Missing,
    TooLong,
    Control,
}

pub fn text_fault(text: &str, longest: usize) -> Option<TextFault> {
    if text.is_empty() {
        Some(TextFault::Missing)
    } else if text.chars().count() > longest {
        Some(TextFault::TooLong)
    } else if text.chars().any(is_unseen) {
        Some(TextFault::Control)
    } else {
        None
    }
}

/// Control characters, and marks that turn or hide what stands beside them.
fn is_unseen(sign: char) -> bool {
    sign.is_control()
        || matches!(sign, '\u{200b}' | '\u{200e}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}')
}

/// The message key of what is wrong with a name, if anything.
pub fn name_fault(name: &str) -> Option<&'static str> {
    text_fault(name, NAME_MAX).map(|fault| match fault {
        TextFault::Missing => "admin-name-missing",
        TextFault::TooLong => "admin-name-too-long",
        TextFault::Control => "admin-text-control",
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn team(team: &str, site: &str) -> Bound {
        Bound::Team { team: team.into(), site: site.into() }
    }

    #[test]
    fn a_bound_covers_what_lies_within_it() {
        let bern = Bound::Site("bern".into());
        for within in [Bound::Everything, bern.clone(), team("till", "bern")] {
            assert!(Bound::Everything.covers(&within));
        }
        assert!(bern.covers(&bern) && bern.covers(&team("till", "bern")));
        assert!(
            !bern.covers(&Bound::Everything)
                && !bern.covers(&Bound::Site("graz".into()))
                && !bern.covers(&team("till", "graz"))
        );
        assert!(team("till", "").covers(&team("till", "bern")));
        assert!(!team("till", "bern").covers(&bern) && !team("till", "bern").covers(&team("phone", "bern")));
    }

    #[test]
    fn reach_is_made_of_admin_grants_alone() {
        let grant = |role, site_id: Option<&str>| Grant { role, team_id: None, site_id: site_id.map(str::to_owned) };
        let reach = Reach::of(&[grant(Role::Coach, None), grant(Role::Admin, Some("bern"))]);
        assert!(reach.covers_site("bern") && !reach.covers_site("graz") && !reach.is_everything());
        assert!(!Reach::default().covers(&team("till", "bern")));
    }

    #[test]
    fn names_are_tidied_and_bounded() {
        assert_eq!(tidy("  Lea   Brunner "), "Lea Brunner");
        assert_eq!(name_fault(""), Some("admin-name-missing"));
        assert_eq!(name_fault(&"ä".repeat(NAME_MAX)), None);
        assert_eq!(name_fault(&"ä".repeat(NAME_MAX + 1)), Some("admin-name-too-long"));
        assert_eq!(name_fault("Lea\u{7}"), Some("admin-text-control"));
        assert_eq!(name_fault("Lea\u{202e}"), Some("admin-text-control"));
    }
}

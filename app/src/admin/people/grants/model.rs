//! Rules of giving and ending roles.

use chrono::{Datelike, Days, NaiveDate};

use crate::{
    access::Role,
    activity::model::{day_of, start_of},
    admin::model::{Bound, Reach, Refusal},
};

/// A grant in force.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Held {
    pub id: String,
    pub role: Role,
    pub bound: Bound,
    pub ends_at: Option<i64>,
}

/// A grant about to be given.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wanted {
    pub role: Role,
    pub bound: Bound,
    pub ends_at: Option<i64>,
}

/// What a grant reaches in terms of an admin's reach: learning is one's own business and lies where the person is.
fn touched<'a>(role: Role, bound: &'a Bound, home: &'a Bound) -> &'a Bound {
    if role == Role::Learner { home } else { bound }
}

/// Why a grant is not given, if so. `home` is the person's team.
pub fn giving_fault(
    reach: &Reach,
    (by, to): (&str, &str),
    home: &Bound,
    held: &[Held],
    wanted: &Wanted,
) -> Option<Refusal> {
    if by == to {
        return Some(("role", "admin-grant-oneself"));
    }
    if !reach.covers(touched(wanted.role, &wanted.bound, home)) {
        return Some(("bound", "admin-grant-beyond"));
    }
    held.iter().any(|grant| includes(grant, wanted)).then_some(("role", "admin-grant-exists"))
}

/// Whether a grant already gives what is wanted, for as long.
pub fn includes(held: &Held, wanted: &Wanted) -> bool {
    let lasts = match (held.ends_at, wanted.ends_at) {
        (None, _) => true,
        (Some(_), None) => false,
        (Some(held), Some(wanted)) => held >= wanted,
    };
    held.role == wanted.role && lasts && held.bound.covers(&wanted.bound)
}

/// Whether an admin may end this grant.
pub fn may_end(reach: &Reach, home: &Bound, held: &Held) -> bool {
    reach.covers(touched(held.role, &held.bound, home))
}

/// Whether an admin may reset the sign-in of, or lock out, somebody with these grants: only if they reach no further than the admin does.
/// Otherwise a bounded admin could take over the account of one who is not.
pub fn may_manage(reach: &Reach, held: &[Held]) -> bool {
    held.iter().filter(|grant| grant.role != Role::Learner).all(|grant| reach.covers(&grant.bound))
}

/// Whether this is a grant of which one must always remain: to keep everything, without an end.
pub fn is_keystone(held: &Held) -> bool {
    held.role == Role::Admin && held.bound == Bound::Everything && held.ends_at.is_none()
}

/// When a grant ends whose last day was typed (nothing: never), in UTC milliseconds.
pub fn end_of(typed: &str, now: i64, time_zone: &str) -> Result<Option<i64>, Refusal> {
    if typed.is_empty() {
        return Ok(None);
    }
    let day = NaiveDate::parse_from_str(typed, "%Y-%m-%d").map_err(|_| ("until", "admin-day-unclear"))?;
    if day < day_of(now, time_zone) {
        return Err(("until", "admin-until-past"));
    }
    match day.checked_add_days(Days::new(1)) {
        Some(next) if day.year() <= 2100 => Ok(Some(start_of(next, time_zone))),
        _ => Err(("until", "admin-day-far")),
    }
}

/// The last day of a grant that ends.
pub fn last_day(ends_at: i64, time_zone: &str) -> NaiveDate {
    day_of(ends_at - 1, time_zone)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn site(id: &str) -> Bound {
        Bound::Site(id.into())
    }

    fn team(team: &str, site: &str) -> Bound {
        Bound::Team { team: team.into(), site: site.into() }
    }

    fn held(role: Role, bound: Bound, ends_at: Option<i64>) -> Held {
        Held { id: "g".into(), role, bound, ends_at }
    }

    fn fault(reach: Bound, to: &str, has: &[Held], role: Role, bound: Bound) -> Option<&'static str> {
        let wanted = Wanted { role, bound, ends_at: None };
        giving_fault(&Reach(vec![reach]), ("eva", to), &team("till", "bern"), has, &wanted).map(|(_, message)| message)
    }

    #[test]
    fn nobody_grants_to_themselves() {
        assert_eq!(fault(Bound::Everything, "eva", &[], Role::Coach, site("bern")), Some("admin-grant-oneself"));
        assert_eq!(fault(Bound::Everything, "lea", &[], Role::Coach, site("bern")), None);
    }

    #[test]
    fn a_bounded_admin_grants_within_the_bound() {
        assert_eq!(fault(site("bern"), "lea", &[], Role::Coach, team("till", "bern")), None);
        assert_eq!(fault(site("bern"), "lea", &[], Role::Leader, site("bern")), None);
        assert_eq!(fault(site("bern"), "lea", &[], Role::Leader, site("graz")), Some("admin-grant-beyond"));
        assert_eq!(fault(site("bern"), "lea", &[], Role::Admin, Bound::Everything), Some("admin-grant-beyond"));
        assert_eq!(fault(team("till", "bern"), "lea", &[], Role::Coach, site("bern")), Some("admin-grant-beyond"));
        // Learning is not bounded, and lies where the person is.
        assert_eq!(fault(site("bern"), "lea", &[], Role::Learner, Bound::Everything), None);
        assert_eq!(fault(site("graz"), "lea", &[], Role::Learner, Bound::Everything), Some("admin-grant-beyond"));
    }

    #[test]
    fn what_somebody_has_is_not_given_again_but_may_be_made_longer() {
        let has = [held(Role::Coach, site("bern"), None)];
        assert_eq!(
            fault(Bound::Everything, "lea", &has, Role::Coach, team("till", "bern")),
            Some("admin-grant-exists")
        );
        assert_eq!(fault(Bound::Everything, "lea", &has, Role::Leader, team("till", "bern")), None);
        let ends = [held(Role::Coach, site("bern"), Some(9))];
        assert_eq!(fault(Bound::Everything, "lea", &ends, Role::Coach, site("bern")), None);
    }

    #[test]
    fn whoever_reaches_further_is_out_of_reach() {
        let reach = Reach(vec![site("bern")]);
        assert!(may_manage(
            &reach,
            &[held(Role::Learner, Bound::Everything, None), held(Role::Coach, team("till", "bern"), None)]
        ));
        assert!(!may_manage(&reach, &[held(Role::Admin, Bound::Everything, None)]));
        assert!(!may_manage(&reach, &[held(Role::Leader, site("graz"), None)]));
        assert!(!may_end(&reach, &team("till", "bern"), &held(Role::Admin, Bound::Everything, None)));
        assert!(may_end(&reach, &team("till", "bern"), &held(Role::Learner, Bound::Everything, None)));
    }

    #[test]
    fn only_an_endless_grant_over_everything_is_a_keystone() {
        assert!(is_keystone(&held(Role::Admin, Bound::Everything, None)));
        assert!(!is_keystone(&held(Role::Admin, Bound::Everything, Some(1))));
        assert!(!is_keystone(&held(Role::Admin, site("bern"), None)));
        assert!(!is_keystone(&held(Role::Leader, Bound::Everything, None)));
    }

    #[test]
    fn a_grant_lasts_through_its_last_day() {
        let zone = "Europe/Zurich";
        let now = start_of(NaiveDate::from_ymd_opt(2026, 3, 1).unwrap(), zone);
        let ends = end_of("2026-03-01", now, zone).unwrap().unwrap();
        assert_eq!(ends, now + 24 * 60 * 60 * 1000);
        assert_eq!(last_day(ends, zone).to_string(), "2026-03-01");
        assert_eq!(end_of("", now, zone), Ok(None));
        assert_eq!(end_of("2026-02-28", now, zone), Err(("until", "admin-until-past")));
        assert_eq!(end_of("soon", now, zone), Err(("until", "admin-day-unclear")));
        assert_eq!(end_of("9999-01-01", now, zone), Err(("until", "admin-day-far")));
    }
}

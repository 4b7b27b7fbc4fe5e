//! Proofs of a check made. A store's write takes a [`Permit`], a read a [`Scope`]; neither can be made outside this room.

use std::marker::PhantomData;

use super::{Actor, Role};
use crate::error::{Error, Result};

/// Practising for oneself: lessons, drills, reflections, own account.
#[derive(Clone, Copy, Debug)]
pub struct Learning;
/// Asking teams to practise.
#[derive(Clone, Copy, Debug)]
pub struct Coaching;
/// Seeing uptake in groups.
#[derive(Clone, Copy, Debug)]
pub struct Leading;
/// Checking what the organisation says of itself: leaders and admins.
#[derive(Clone, Copy, Debug)]
pub struct Stewardship;
/// Keeping people, teams, sites and roles.
#[derive(Clone, Copy, Debug)]
pub struct Administration;

/// Somebody may do something of kind `Doing`, as themselves.
#[derive(Clone, Debug)]
pub struct Permit<Doing> {
    person_id: String,
    doing: PhantomData<Doing>,
}

impl<Doing> Permit<Doing> {
    /// Who acts; writes that belong to a person belong to this one.
    pub fn person_id(&self) -> &str {
        &self.person_id
    }

    fn of(actor: &Actor) -> Permit<Doing> {
        Permit { person_id: actor.person_id.clone(), doing: PhantomData }
    }
}

impl Permit<Administration> {
    /// For the operator at the command line, who holds the database anyway; the audit log shows the name `operator`.
    pub fn operator() -> Permit<Administration> {
        Permit { person_id: "operator".to_owned(), doing: PhantomData }
    }
}

impl Permit<Learning> {
    /// For the demo generator, which acts for people it invented.
    pub fn invented(person_id: &str) -> Permit<Learning> {
        Permit { person_id: person_id.to_owned(), doing: PhantomData }
    }
}

impl Permit<Coaching> {
    /// For the demo generator, which acts for people it invented.
    pub fn invented(person_id: &str) -> Permit<Coaching> {
        Permit { person_id: person_id.to_owned(), doing: PhantomData }
    }
}

/// What a role of a person reaches: reads join `granted_teams` with it, so that whatever is outside does not exist. What is read together with the
/// session joins it with whoever holds that, and says whose it is: the read compares.
#[derive(Clone, Debug)]
pub struct Scope {
    /// Bind as the grant's person.
    pub person_id: String,
    /// Bind as the grant's role.
    pub role: &'static str,
}

impl Actor {
    /// Everybody who is signed in may practise and keep their own account.
    pub fn permit_learning(&self) -> Permit<Learning> {
        Permit::of(self)
    }

    pub fn permit_coaching(&self) -> Result<Permit<Coaching>> {
        self.demand(Role::Coach).map(|()| Permit::of(self))
    }

    pub fn permit_leading(&self) -> Result<Permit<Leading>> {
        self.demand(Role::Leader).map(|()| Permit::of(self))
    }

    pub fn permit_stewardship(&self) -> Result<Permit<Stewardship>> {
        self.demand(Role::Leader).or_else(|_| self.demand(Role::Admin)).map(|()| Permit::of(self))
    }

    pub fn permit_administration(&self) -> Result<Permit<Administration>> {
        self.demand(Role::Admin).map(|()| Permit::of(self))
    }

    /// The reach of one of this person's roles.
    pub fn scope(&self, role: Role) -> Result<Scope> {
        self.demand(role).map(|()| Scope { person_id: self.person_id.clone(), role: role.id() })
    }

    fn demand(&self, role: Role) -> Result<()> {
        if self.has(role) { Ok(()) } else { Err(Error::Forbidden) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_role_permits_its_own_doing_and_no_other() {
        let coach = Actor::invented(&[Role::Learner, Role::Coach]);
        assert!(coach.permit_coaching().is_ok());
        assert!(matches!(coach.permit_leading(), Err(Error::Forbidden)));
        assert!(matches!(coach.permit_administration(), Err(Error::Forbidden)));
        assert!(matches!(coach.scope(Role::Leader), Err(Error::Forbidden)));
        assert_eq!(coach.permit_learning().person_id(), "p");
    }

    #[test]
    fn leaders_and_admins_check_what_the_organisation_says() {
        let may = |roles: &[Role]| Actor::invented(roles).permit_stewardship().is_ok();
        assert!(may(&[Role::Leader]) && may(&[Role::Admin, Role::Learner]));
        assert!(!may(&[Role::Learner, Role::Coach]) && !may(&[]));
    }

    #[test]
    fn an_admin_is_not_a_coach_by_being_admin() {
        let admin = Actor::invented(&[Role::Admin]);
        assert!(admin.permit_administration().is_ok());
        assert!(matches!(admin.permit_coaching(), Err(Error::Forbidden)));
        assert!(matches!(admin.scope(Role::Coach), Err(Error::Forbidden)));
    }
}

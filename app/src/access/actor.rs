//! Who is asking.

/// What a person does here. A grant gives a role, bounded by team or site.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Role {
    Learner,
    Coach,
    Leader,
    Admin,
}

impl Role {
    pub const ALL: [Role; 4] = [Role::Learner, Role::Coach, Role::Leader, Role::Admin];

    /// As it stands in the database and in message keys.
    pub fn id(self) -> &'static str {
        match self {
            Role::Learner => "learner",
            Role::Coach => "coach",
            Role::Leader => "leader",
            Role::Admin => "admin",
        }
    }

    pub fn from_id(id: &str) -> Option<Role> {
        Role::ALL.into_iter().find(|role| role.id() == id)
    }
}

/// A role in force.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Grant {
    pub role: Role,
    pub team_id: Option<String>,
    pub site_id: Option<String>,
}

/// The person who is signed in, as the session says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Actor {
    pub person_id: String,
    /// The session's own id (not its token): the owner of flashes, and the one not to end by mistake.
    pub session_id: String,
    pub name: String,
    pub team_id: String,
    /// IANA name of the time zone of the person's site.
    pub time_zone: String,
    /// Region of the person's site: `DE`, `AT`, `CH` or `other`.
    pub region: String,
    /// `de` or `en`, if the person chose.
    pub language: Option<String>,
    /// Whether something waits to be told at the next page.
    pub has_notices: bool,
    pub grants: Vec<Grant>,
}

impl Actor {
    /// Whether a grant in force gives this role, anywhere.
    pub fn has(&self, role: Role) -> bool {
        self.grants.iter().any(|grant| grant.role == role)
    }

    /// Whether a grant in force gives this role for everything. Enough to decide what a page offers; statements and writes ask again.
    pub fn has_everywhere(&self, role: Role) -> bool {
        self.grants.iter().any(|grant| grant.role == role && grant.team_id.is_none() && grant.site_id.is_none())
    }

    /// Somebody with roles that nothing bounds.
    #[cfg(test)]
    pub fn invented(roles: &[Role]) -> Actor {
        Actor {
            person_id: "p".into(),
            session_id: "s".into(),
            name: "Lena".into(),
            team_id: "t".into(),
            time_zone: "Europe/Zurich".into(),
            region: "CH".into(),
            language: None,
            has_notices: false,
            grants: roles.iter().map(|role| Grant { role: *role, team_id: None, site_id: None }).collect(),
        }
    }

    /// Whether this person guides others, so that what coaches learn is meant for them.
    pub fn guides(&self) -> bool {
        self.has(Role::Coach) || self.has(Role::Leader)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_bounded_grant_is_a_role_somewhere() {
        let mut actor = Actor::invented(&[Role::Leader, Role::Coach, Role::Admin]);
        actor.grants[0].team_id = Some("phone".into());
        actor.grants[1].site_id = Some("bern".into());
        let [leader, coach, admin, learner] = [Role::Leader, Role::Coach, Role::Admin, Role::Learner]
            .map(|role| (actor.has(role), actor.has_everywhere(role)));
        assert_eq!([leader, coach, admin, learner], [(true, false), (true, false), (true, true), (false, false)]);
        actor.grants.push(Grant { role: Role::Leader, team_id: None, site_id: None });
        assert!(actor.has_everywhere(Role::Leader), "beside a bounded one");
    }
}

//! What grants reach, as conditions that rooms join into the `WHERE` of their statements.

/// Whether a person (`$1`) has a role (`$2`) at a moment (`$3`) for everything: by a grant in force that bounds nothing.
macro_rules! reaches_everything {
    () => {
        "EXISTS (SELECT 1 FROM grants g WHERE g.person_id = $1 AND g.role = $2 AND (g.ends_at IS NULL OR g.ends_at > $3)
             AND g.team_id IS NULL AND g.site_id IS NULL)"
    };
}
pub(crate) use reaches_everything;

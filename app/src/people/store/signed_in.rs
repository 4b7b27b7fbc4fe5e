//! Who holds a session, and what a page reads together with it.

use sqlx::FromRow;

use crate::{
    access::{Actor, Grant, Role},
    error::Result,
    storage::{Found, Lookup, Readers, strung},
};

/// An actor whose new password is still to be set may do nothing else.
pub struct SignedIn {
    pub actor: Actor,
    pub must_renew: bool,
    /// When the session was last used, in UTC milliseconds.
    pub seen_at: i64,
    /// With whatever else was asked of the person by the same statement.
    pub found: Found,
}

#[derive(FromRow)]
struct SessionRow {
    id: String,
    person_id: String,
    seen_at: i64,
    must_renew: i64,
    name: String,
    team_id: String,
    language: Option<String>,
    time_zone: String,
    region: String,
    has_notices: i64,
    expires_at: i64,
    grants: Option<String>,
}

/// The [`Lookup`] of sessions by the hashes of their tokens. What a page shows may be read with it, as more columns: of the person `p` who holds one, or, with
/// joins of its own, of what the page is [`about`]: on the way to the database and back a second statement costs more than what it finds.
macro_rules! session_with {
    ($([$($column:tt)*] $([$($join:tt)*])?)?) => {
        concat!(
            "SELECT asked.key, s.id, s.person_id, s.seen_at, s.must_renew, s.expires_at, p.name, p.team_id, p.language, site.time_zone,
                    site.region,
                    CAST(CASE WHEN EXISTS (SELECT 1 FROM notices n WHERE n.person_id = p.id AND n.seen_at IS NULL) THEN 1 ELSE 0 END AS BIGINT)
                        AS has_notices,
                    (SELECT string_agg(concat_ws('\u{1f}', g.role, COALESCE(g.team_id, ''), COALESCE(g.site_id, '')), '\u{1e}')
                     FROM grants g WHERE g.person_id = p.id AND (g.ends_at IS NULL OR g.ends_at > $1)) AS grants",
            $(", ", concat!($($column)*),)?
            " FROM asked CROSS JOIN sessions s
             JOIN people p ON p.id = s.person_id
             JOIN teams t ON t.id = p.team_id
             JOIN sites site ON site.id = t.site_id ",
            $($(concat!($($join)*),)?)?
            " WHERE s.token_hash = substr(asked.key, 1, 64) AND p.is_active = 1"
        )
    };
}
pub(crate) use session_with;

/// In [`session_with`]: what the page is about, as the way to it says ([`ReadAhead`]).
macro_rules! about {
    () => {
        "substr(asked.key, 65)"
    };
}
pub(crate) use about;

/// The session alone.
pub static SESSION: Lookup = Lookup::new(session_with!());

/// What is read together with the session.
pub struct ReadAhead {
    /// By [`session_with`].
    pub lookup: &'static Lookup,
    /// What [`about`] finds there.
    pub about: String,
}

impl ReadAhead {
    /// The session, and what is read of its person alone.
    pub fn own(lookup: &'static Lookup) -> ReadAhead {
        ReadAhead { lookup, about: String::new() }
    }
}

/// Who holds this session, with the grants in force, unless it has ended: at its time, or after `idle` milliseconds without a request.
pub async fn find_signed_in(
    db: &Readers,
    token_hash: &str,
    ahead: &ReadAhead,
    now: i64,
    idle: i64,
) -> Result<Option<SignedIn>> {
    let key = format!("{token_hash}{}", ahead.about);
    let Some(found) = db.look_up(ahead.lookup, &key).await? else { return Ok(None) };
    let row: SessionRow = found.read()?;
    if row.expires_at <= now || row.seen_at <= now - idle {
        return Ok(None);
    }
    let grants = strung::rows(row.grants.as_deref()).filter_map(|grant| grant.map(read_grant).transpose());
    let grants = grants.collect::<Result<_>>()?;
    Ok(Some(SignedIn {
        must_renew: row.must_renew != 0,
        seen_at: row.seen_at,
        found,
        actor: Actor {
            person_id: row.person_id,
            session_id: row.id,
            name: row.name,
            team_id: row.team_id,
            time_zone: row.time_zone,
            region: row.region,
            language: row.language,
            has_notices: row.has_notices != 0,
            grants,
        },
    }))
}

/// `None` for a role that this version does not know.
fn read_grant([role, team, site]: [&str; 3]) -> Option<Grant> {
    let bound = |id: &str| if id.is_empty() { None } else { Some(id.to_owned()) };
    Some(Grant { role: Role::from_id(role)?, team_id: bound(team), site_id: bound(site) })
}

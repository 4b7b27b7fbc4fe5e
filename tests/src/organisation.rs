//! A small organisation: two sites, three teams, six people.

use app::{
    language::fold,
    people::password::{hash_password, hash_token, make_token},
    storage::Database,
};
use tokio::sync::OnceCell;
use uuid::Uuid;

/// Everybody's password.
pub const PASSWORD: &str = "vier gute Worte hier";

/// A drill of the built-in content that tests play.
pub const ITEM: &str = "appreciative-communication/winter-coat";

/// What a person is here: name to sign in with, name, team, and grants (role, team or nothing).
type Person = (&'static str, &'static str, &'static str, &'static [(&'static str, &'static str)]);

const PEOPLE: &[Person] = &[
    ("lena", "Lena Wyss-Testfall", "A", &[("learner", "A")]),
    ("karim", "Karim Sayed-Testfall", "A", &[("learner", "A"), ("coach", "A")]),
    ("eva", "Eva Lindt-Testfall", "C", &[("leader", "")]),
    ("admin", "Ada Min-Testfall", "C", &[("admin", "")]),
    ("omar", "Omar Nuñez-Testfall", "B", &[("learner", "B")]),
    ("ines", "Ines Roth-Testfall", "C", &[("learner", "C"), ("coach", "C")]),
];

/// Three people in two teams, in the words of the first schema.
pub const THREE_PEOPLE: [&str; 3] = [
    "INSERT INTO sites (id, name, name_key, time_zone, region) VALUES ('site', 'Bern', 'bern', 'Europe/Zurich', 'CH')",
    "INSERT INTO teams (id, site_id, name, name_key) VALUES ('team', 'site', 'Till', 'till'), ('other', 'site', 'Desk', 'desk')",
    "INSERT INTO people (id, sign_in_name, sign_in_key, name, name_key, team_id, created_at)
     VALUES ('lena', 'lena', 'lena', 'Lena', 'lena', 'team', 1), ('karim', 'karim', 'karim', 'Karim', 'karim', 'team', 1),
            ('omar', 'omar', 'omar', 'Omar', 'omar', 'other', 1)",
];

/// The names to sign in with.
pub fn people() -> impl Iterator<Item = &'static str> {
    PEOPLE.iter().map(|(sign_in_name, ..)| *sign_in_name)
}

/// A person's id: the same in every test.
pub fn id(person: &str) -> String {
    fixed("person", person)
}

/// A team's id: A and B are in Hamburg, C is in Zürich.
pub fn team(name: &str) -> String {
    fixed("team", name)
}

pub fn site(name: &str) -> String {
    fixed("site", name)
}

/// A made-up UUID that is always the same for the same name.
fn fixed(kind: &str, name: &str) -> String {
    let mut bytes = [0_u8; 16];
    for (position, byte) in kind.bytes().chain(name.bytes()).enumerate() {
        bytes[position % 16] = byte.wrapping_add(bytes[position % 16].rotate_left(3));
    }
    uuid::Builder::from_custom_bytes(bytes).into_uuid().to_string()
}

/// Signs a person in without the form: a session in the database; its token.
pub async fn session(db: &Database, person: &str) -> String {
    let (token, now) = (make_token(), now());
    let mut tx = db.begin().await.unwrap();
    sqlx::query(
        "INSERT INTO sessions (token_hash, id, person_id, created_at, seen_at, expires_at, must_renew, agent)
         VALUES ($1, $2, $3, $4, $4, $5, 0, '')",
    )
    .bind(hash_token(&token))
    .bind(Uuid::now_v7().to_string())
    .bind(id(person))
    .bind(now)
    .bind(now + 24 * 60 * 60 * 1000)
    .execute(&mut *tx)
    .await
    .unwrap();
    tx.commit().await.unwrap();
    token
}

fn now() -> i64 {
    std::time::SystemTime::UNIX_EPOCH.elapsed().unwrap().as_millis() as i64
}

pub(super) async fn insert(db: &Database) {
    static HASH: OnceCell<String> = OnceCell::const_new();
    let hash = HASH.get_or_init(|| async { hash_password(PASSWORD.to_owned()).await.unwrap() }).await;
    let mut tx = db.begin().await.unwrap();
    for (name, zone, region) in [("Hamburg", "Europe/Berlin", "DE"), ("Zürich", "Europe/Zurich", "CH")] {
        let site_row =
            sqlx::query("INSERT INTO sites (id, name, name_key, time_zone, region) VALUES ($1, $2, $3, $4, $5)");
        let site_row = site_row.bind(site(name)).bind(name).bind(fold(name)).bind(zone).bind(region);
        site_row.execute(&mut *tx).await.unwrap();
    }
    for (name, at) in [("A", "Hamburg"), ("B", "Hamburg"), ("C", "Zürich")] {
        let team_row = sqlx::query("INSERT INTO teams (id, site_id, name, name_key) VALUES ($1, $2, $3, $4)");
        let named = format!("Team {name}");
        team_row.bind(team(name)).bind(site(at)).bind(&named).bind(fold(&named)).execute(&mut *tx).await.unwrap();
    }
    for (sign_in_name, name, in_team, grants) in PEOPLE {
        sqlx::query(
            "INSERT INTO people (id, sign_in_name, sign_in_key, name, name_key, team_id, password_hash, created_at)
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8)",
        )
        .bind(id(sign_in_name))
        .bind(*sign_in_name)
        .bind(fold(sign_in_name))
        .bind(*name)
        .bind(fold(name))
        .bind(team(in_team))
        .bind(hash.as_str())
        .bind(now())
        .execute(&mut *tx)
        .await
        .unwrap();
        for (role, bound) in *grants {
            let grant = sqlx::query(
                "INSERT INTO grants (id, person_id, role, team_id, granted_at) VALUES ($1, $2, $3, $4, $5)",
            );
            let bound = (!bound.is_empty()).then(|| team(bound));
            let grant =
                grant.bind(Uuid::now_v7().to_string()).bind(id(sign_in_name)).bind(*role).bind(bound).bind(now());
            grant.execute(&mut *tx).await.unwrap();
        }
    }
    tx.commit().await.unwrap();
}

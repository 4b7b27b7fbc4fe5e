//! The operator's way in: the first admin, or one who has lost access.

use uuid::Uuid;

use super::{
    model::{CODE_LASTS, sign_in_key},
    password,
};
use crate::{
    access::{Administration, Permit},
    error::Result,
    language::fold,
    storage::{Connection, Database},
};

/// Who shall be admin, and where.
pub struct FirstAdmin<'a> {
    pub sign_in_name: &'a str,
    pub name: &'a str,
    pub site: &'a str,
    pub region: &'a str,
    /// IANA name.
    pub time_zone: &'a str,
}

/// Makes what is missing (site, team, person, role) and issues a one-time code, which is returned. Audited as the operator's doing.
pub async fn create_admin(
    db: &Database,
    permit: &Permit<Administration>,
    admin: FirstAdmin<'_>,
    now: i64,
) -> Result<String> {
    let code = password::make_code();
    let code_hash = password::hash_password(code.clone()).await?;
    let mut tx = db.begin().await?;
    let team = find_or_make_team(&mut tx, &admin).await?;
    let person = find_or_make_person(&mut tx, &admin, &team, now).await?;
    for role in ["learner", "admin"] {
        sqlx::query(
            "INSERT INTO grants (id, person_id, role, granted_at)
             SELECT $1, $2, $3, $4 WHERE NOT EXISTS
                 (SELECT 1 FROM grants WHERE person_id = $2 AND role = $3 AND team_id IS NULL AND site_id IS NULL AND ends_at IS NULL)",
        )
        .bind(Uuid::now_v7().to_string())
        .bind(&person)
        .bind(role)
        .bind(now)
        .execute(&mut *tx)
        .await?;
    }
    sqlx::query(
        "INSERT INTO one_time_codes (person_id, code_hash, created_at, expires_at) VALUES ($1, $2, $3, $4)
         ON CONFLICT (person_id) DO UPDATE SET code_hash = excluded.code_hash, created_at = excluded.created_at, expires_at = excluded.expires_at",
    )
    .bind(&person)
    .bind(code_hash)
    .bind(now)
    .bind(now + CODE_LASTS)
    .execute(&mut *tx)
    .await?;
    sqlx::query("INSERT INTO audit_log (id, at, actor_id, action, subject_id, detail) VALUES ($1, $2, $3, 'admin-created', $4, '')")
        .bind(Uuid::now_v7().to_string())
        .bind(now)
        .bind(permit.person_id())
        .bind(&person)
        .execute(&mut *tx)
        .await?;
    tx.commit().await?;
    Ok(code)
}

async fn find_or_make_team(tx: &mut Connection, admin: &FirstAdmin<'_>) -> Result<String> {
    let known: Option<String> = sqlx::query_scalar("SELECT id FROM sites WHERE name_key = $1")
        .bind(fold(admin.site))
        .fetch_optional(&mut *tx)
        .await?;
    let site = match known {
        Some(site) => site,
        None => {
            let id = Uuid::now_v7().to_string();
            sqlx::query("INSERT INTO sites (id, name, name_key, time_zone, region) VALUES ($1, $2, $3, $4, $5)")
                .bind(&id)
                .bind(admin.site)
                .bind(fold(admin.site))
                .bind(admin.time_zone)
                .bind(admin.region)
                .execute(&mut *tx)
                .await?;
            id
        }
    };
    let known: Option<String> = sqlx::query_scalar("SELECT id FROM teams WHERE site_id = $1 ORDER BY name_key LIMIT 1")
        .bind(&site)
        .fetch_optional(&mut *tx)
        .await?;
    if let Some(team) = known {
        return Ok(team);
    }
    let id = Uuid::now_v7().to_string();
    sqlx::query("INSERT INTO teams (id, site_id, name, name_key) VALUES ($1, $2, $3, $4)")
        .bind(&id)
        .bind(&site)
        .bind(admin.site)
        .bind(fold(admin.site))
        .execute(&mut *tx)
        .await?;
    Ok(id)
}

async fn find_or_make_person(tx: &mut Connection, admin: &FirstAdmin<'_>, team: &str, now: i64) -> Result<String> {
    let key = sign_in_key(admin.sign_in_name);
    let known: Option<String> =
        sqlx::query_scalar("UPDATE people SET is_active = 1 WHERE sign_in_key = $1 RETURNING id")
            .bind(&key)
            .fetch_optional(&mut *tx)
            .await?;
    if let Some(person) = known {
        sqlx::query("INSERT INTO notices (id, person_id, kind, at) VALUES ($1, $2, 'sign-in-reset', $3)")
            .bind(Uuid::now_v7().to_string())
            .bind(&person)
            .bind(now)
            .execute(&mut *tx)
            .await?;
        return Ok(person);
    }
    let id = Uuid::now_v7().to_string();
    sqlx::query("INSERT INTO people (id, sign_in_name, sign_in_key, name, name_key, team_id, created_at) VALUES ($1, $2, $3, $4, $5, $6, $7)")
        .bind(&id)
        .bind(admin.sign_in_name.trim())
        .bind(&key)
        .bind(admin.name.trim())
        .bind(fold(admin.name))
        .bind(team)
        .bind(now)
        .execute(&mut *tx)
        .await?;
    Ok(id)
}

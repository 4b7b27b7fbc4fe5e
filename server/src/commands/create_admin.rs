//! `create-admin`: the first person who may sign in, or a way back in.

use anyhow::{Context, bail};
use app::{
    access::Permit,
    people::store_admin::{FirstAdmin, create_admin},
};

use super::{database, write};
use crate::settings::Settings;

pub async fn create(settings: &Settings, admin: FirstAdmin<'_>) -> anyhow::Result<()> {
    if admin.sign_in_name.trim().is_empty() || admin.name.trim().is_empty() {
        bail!("the sign-in name and the name must not be empty");
    }
    if admin.time_zone.parse::<app::chrono_tz::Tz>().is_err() {
        bail!("{} is not a time zone (an IANA name such as Europe/Zurich)", admin.time_zone);
    }
    let sign_in_name = admin.sign_in_name.trim().to_owned();
    let db = database::open(settings).await?;
    let now = chrono::Utc::now().timestamp_millis();
    let code = create_admin(&db, &Permit::operator(), admin, now).await.context("the admin could not be stored")?;
    db.close().await;
    // Whoever does not read this cannot sign in: here a closed pipe is a fault.
    write(&format!(
        "{sign_in_name} may sign in with this one-time code within three days, and then chooses a password:\n\n  {code}\n\n"
    ))
    .context("the one-time code could not be printed; run create-admin again for another one")
}

//! The demo organisation: a retailer with invented people and fourteen months of believable practice, the same for the same seed and day.

mod cards;
mod field;
mod names;
mod organisation;
mod own_words;
mod phrases;
mod practice;
mod store;

use rand::{SeedableRng, rngs::StdRng};

pub use store::{is_demo, is_empty};

use crate::{error::Result, library::Library, people::password::hash_password, storage::Database};

/// Who can sign in, and as what: sign-in name and role.
pub const SIGN_INS: [(&str, &str); 4] =
    [("lena", "employee"), ("karim", "coach"), ("eva", "leader"), ("admin", "admin")];
/// The password of all of them.
pub const PASSWORD: &str = "augenhoehe-demo";

const SEED: u64 = 2023;

/// Fills an empty database; `progress` is told how many of how many people are done.
pub async fn fill(db: &Database, library: &Library, now: i64, progress: impl Fn(usize, usize)) -> Result<()> {
    let mut random = StdRng::seed_from_u64(SEED);
    let plan = organisation::plan(&mut random, library, now);
    let password_hash = hash_password(PASSWORD.to_owned()).await?;
    let mut tx = db.begin().await?;
    store::insert_organisation(&mut tx, &plan, &password_hash, now).await?;
    for (number, person) in plan.people.iter().enumerate() {
        let history = practice::live(&mut random, library, &plan, person, now)?;
        store::insert_history(&mut tx, &person.id, &history).await?;
        progress(number + 1, plan.people.len());
    }
    if let Some(lena) = plan.people.iter().find(|person| person.sign_in_name == "lena") {
        store::insert_intentions(&mut tx, &lena.id, &field::intentions(&mut random, plan.today), now).await?;
        store::insert_phrases(&mut tx, &lena.id, &phrases::phrases(&mut random, library, &plan)).await?;
    }
    store::insert_obstacles(&mut tx, &plan, &field::obstacles(&mut random, &plan)).await?;
    own_words::insert(&mut tx, &mut random, &plan, now).await?;
    store::mark_as_demo(&mut tx, now).await?;
    Ok(tx.commit().await?)
}

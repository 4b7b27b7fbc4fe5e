//! What the server does by itself.

use std::collections::{BTreeMap, HashMap, HashSet};

use futures::TryStreamExt;

use super::{
    disclosure::publish,
    model::{Quarter, Tally, quarters_to_close},
    store::{self, Published},
};
use crate::{
    drills::{
        dialogue::{content::Dialogue, model::Plot},
        store::split_events,
    },
    error::{Error, Result},
    library::store::find_drill,
    storage::Database,
    uptake::{disclosure::SMALLEST_GROUP, store::find_first_week},
};

/// Closes every quarter that has ended and is not closed yet, since the first one with activity, and publishes its figures: how many were
/// closed here. One that another server closes meanwhile is left to it, with what chance drew there.
pub async fn close_quarters(db: &Database, now: i64, minimum_group: u32) -> Result<usize> {
    let Some(first) = find_first_week(db.read()).await? else { return Ok(0) };
    let closed: HashSet<Quarter> = store::list_closed(db.read()).await?.into_iter().collect();
    let minimum = i64::from(minimum_group).max(SMALLEST_GROUP);
    let mut count = 0;
    for quarter in quarters_to_close(first, &closed, now) {
        let published = decide(tally(db, quarter).await?, minimum);
        count += usize::from(store::save_quarter(db, quarter, now, minimum, &published).await?);
    }
    Ok(count)
}

/// What may be shown of each version. Chance is the operating system's: nobody must be able to draw the same again.
fn decide(tallies: BTreeMap<String, (String, Tally)>, minimum: i64) -> Vec<Published> {
    let mut random = rand::rng();
    let decide = |(version, (item, tally)): (String, (String, Tally))| {
        Some(Published { figures: publish(tally.counts(), minimum, &mut random)?, version, item })
    };
    tallies.into_iter().filter_map(decide).collect()
}

/// Counts in one pass everybody's first attempt at each dialogue, by version. Of half a million attempts only one is here at a time.
async fn tally(db: &Database, quarter: Quarter) -> Result<BTreeMap<String, (String, Tally)>> {
    let mut reader = db.read().acquire().await?;
    let mut attempts = store::attempts(&mut reader, quarter);
    // Authors seldom change a dialogue: there are about as many versions as dialogues.
    let mut tallies: HashMap<String, Option<(String, Tally)>> = HashMap::new();
    let (mut person, mut counted) = (String::new(), HashSet::new());
    while let Some(attempt) = attempts.try_next().await? {
        if attempt.person_id != person {
            (person, counted) = (attempt.person_id, HashSet::new());
        }
        if counted.contains(&attempt.item) {
            continue;
        }
        if !tallies.contains_key(&attempt.version) {
            let plot = find_plot(db, &attempt.version).await?;
            tallies.insert(attempt.version.clone(), plot.map(|plot| (attempt.item.clone(), Tally::new(plot))));
        }
        if let Some(Some((_, tally))) = tallies.get_mut(&attempt.version)
            && tally.add(&split_events(&attempt.events))
        {
            counted.insert(attempt.item);
        }
    }
    Ok(tallies.into_iter().filter_map(|(version, tally)| Some((version, tally?))).collect())
}

/// A dialogue as it was in a version. One that cannot be read any more has no figures; all others still have theirs.
async fn find_plot(db: &Database, version: &str) -> Result<Option<Plot>> {
    match find_drill(db.read(), version).await {
        Ok(drill) => Ok(drill.as_kind::<Dialogue>().map(Plot::from)),
        Err(Error::Unavailable(error)) => Err(Error::Unavailable(error)),
        Err(error) => {
            tracing::warn!(version, %error, "a version of a dialogue cannot be read; its attempts are not counted");
            Ok(None)
        }
    }
}

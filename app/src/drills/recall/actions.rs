//! What a card records, and when no cards are wanted.

use leptos::prelude::*;

/// Records how well somebody knew a card: durable when it answers. The same again counts once.
#[server(prefix = "/api", endpoint = "recall/answer")]
pub async fn answer_card(review: String, card: String, number: i64, grade: String) -> Result<(), ServerFnError> {
    use super::{
        model::{Grade, find_card},
        store::Review,
    };
    use crate::{error::Error, routes::to, visit::act};

    act(async |visit| {
        let actor = visit.actor()?;
        let grade = Grade::from_id(&grade).ok_or(Error::BadRequest)?;
        find_card(&visit.library(), actor.guides(), &card).ok_or(Error::Gone)?;
        let when = (visit.now, actor.time_zone.as_str());
        let review = Review::new(actor.permit_learning(), &review, (card, number), grade, when)?;
        visit.app.recorder.record(review).await?;
        Ok(to::recall())
    })
    .await
}

/// Sets a pause until a day, or ends it.
#[server(prefix = "/api", endpoint = "recall/pause")]
pub async fn set_pause(
    form: String,
    #[server(default)] until: String,
    #[server(default)] ends: bool,
) -> Result<(), ServerFnError> {
    use super::{model::read_pause, store};
    use crate::{activity::model::day_of, routes::to, visit::act};

    act(async |visit| {
        let actor = visit.actor()?;
        let permit = actor.permit_learning();
        if ends {
            store::set_pause(visit.db(), &permit, None).await?;
            return Ok(to::recall());
        }
        match read_pause(&until, day_of(visit.now, &actor.time_zone)) {
            Ok(last_day) => store::set_pause(visit.db(), &permit, Some(last_day)).await?,
            Err(flash) => return visit.back_to(to::recall(), &form, &flash).await,
        }
        Ok(to::recall())
    })
    .await
}

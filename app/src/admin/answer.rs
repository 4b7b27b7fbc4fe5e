//! Where a form of the administration leads.

use uuid::Uuid;

use super::model::Refusal;
use crate::{
    error::{Error, Result},
    routes::Url,
    storage::Flash,
    visit::Visit,
};

/// Back to the form with what was typed and why it was refused, or on.
pub async fn lead(
    visit: &Visit,
    outcome: Result<(), Refusal>,
    (back, form): (Url, &str),
    mut flash: Flash,
    on: Url,
) -> Result<Url> {
    match outcome {
        Ok(()) => Ok(on),
        Err((field, message)) => {
            flash.refuse(field, message);
            visit.back_to(back, form, &flash).await
        }
    }
}

/// An id that was made with a form.
pub fn made_id(id: &str) -> Result<Uuid> {
    Uuid::parse_str(id).map_err(|_| Error::BadRequest)
}

/// What was typed, for the way back.
pub fn typed<const N: usize>(values: [(&str, &str); N]) -> Flash {
    let values = values.map(|(field, value)| (field.to_owned(), value.to_owned()));
    Flash { values: values.into(), ..Flash::default() }
}

//! What the two forms of an import send.

use leptos::prelude::*;

use super::{
    reading::{decode, read},
    store,
    upload::{Sent, Upload},
};
use crate::{
    error::{Error, Result},
    routes::{Url, to},
    storage::Flash,
    visit::{Visit, act},
};

/// Takes a file to the dry run, which the next page shows. Nothing of it is written.
#[server(prefix = "/api", endpoint = "admin/check-import", input = Upload, input_derive = (Clone,))]
pub async fn check_import(sent: Option<Sent>) -> Result<(), ServerFnError> {
    act(async |visit: Visit| {
        visit.actor()?.permit_administration()?;
        let sent = sent.ok_or(Error::BadRequest)?;
        let flash = match decode(sent.file) {
            Ok(text) => carried(text),
            Err(fault) => refused(fault),
        };
        visit.back_to(to::admin_import(), &sent.form, &flash).await
    })
    .await
}

/// Writes all of a file that the dry run has shown, or nothing: it is checked once more.
#[server(prefix = "/api", endpoint = "admin/import", input = Upload, input_derive = (Clone,))]
pub async fn import(sent: Option<Sent>) -> Result<(), ServerFnError> {
    act(async |visit: Visit| {
        let permit = visit.actor()?.permit_administration()?;
        let sent = sent.ok_or(Error::BadRequest)?;
        let text = decode(sent.file).map_err(|_| Error::BadRequest)?;
        let lines = read(&text).map_err(|_| Error::BadRequest)?;
        let counts = store::import(visit.db(), &permit, lines, visit.now).await?;
        if counts.refused > 0 {
            return changed_meanwhile(&visit, &sent.form, text).await;
        }
        let done = to::admin_import().with("done", "imported").with("new", &counts.new.to_string());
        Ok(done.with("changed", &counts.changed.to_string()))
    })
    .await
}

/// The file stays out of the database but for the way to the next page, which takes it along.
fn carried(text: String) -> Flash {
    Flash { values: [("file".to_owned(), text)].into(), ..Flash::default() }
}

fn refused(fault: &str) -> Flash {
    let mut flash = Flash::default();
    flash.refuse("file", fault);
    flash
}

async fn changed_meanwhile(visit: &Visit, form: &str, text: String) -> Result<Url> {
    let mut flash = carried(text);
    flash.refuse("file", "import-changed-meanwhile");
    visit.back_to(to::admin_import(), form, &flash).await
}

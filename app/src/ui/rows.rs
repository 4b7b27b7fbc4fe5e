//! A form with rows, and one more when it is asked for. Asking sends the form, so that it works without script; nothing is written yet.

use leptos::{prelude::*, tachys::view::any_view::AnyView};

use super::Form;
use crate::{error::Result, routes::Url, storage::Flash, visit::Visit};

/// How many rows are shown at least.
const SHOWN: usize = 3;

/// The rows of a form.
pub struct Rows {
    pub shown: usize,
    most: usize,
    /// The one that the page opens at.
    asked_for: Option<usize>,
    has_come_back: bool,
}

impl Rows {
    /// Of a form about so many as are there already.
    pub fn new(visit: &Visit, form: &Form, there: usize, most: usize) -> Rows {
        let shown = shown(there, most, form.flash);
        let asked_for = visit.query("add").map(|_| shown - 1);
        Rows { shown, most, asked_for, has_come_back: form.flash.value("rows").is_some() }
    }

    /// What stands in a row before anything is typed. Nothing once the form has come back: a row more is empty, whatever others wrote meanwhile.
    pub fn there<'a, Row>(&self, there: &'a [Row], number: usize) -> Option<&'a Row> {
        if self.has_come_back { None } else { there.get(number) }
    }

    pub fn is_asked_for(&self, number: usize) -> bool {
        self.asked_for == Some(number)
    }

    /// The button that asks for one more, with the message of this key. It stands behind the one that saves: Enter in a field sends a form with
    /// its first button.
    pub fn another(&self, form: &Form, key: &str) -> Option<AnyView> {
        let text = form.language.t(key);
        (self.shown < self.most)
            .then(|| view! { <button name="add" value="row" formnovalidate=true>{text}</button> }.into_any())
    }
}

/// Those that came back, or those there are and one more to write.
fn shown(there: usize, most: usize, flash: &Flash) -> usize {
    let back = flash.value("rows").and_then(|rows| rows.parse().ok());
    back.unwrap_or(there + 1).clamp(SHOWN, most.max(there))
}

/// Back to a form of so many rows with what was typed and room for one more, where the page opens.
pub async fn one_more(visit: &Visit, (page, form): (Url, &str), flash: Flash, rows: usize) -> Result<Url> {
    Ok(visit.back_to(page, form, &flash.with("rows", rows + 1)).await?.with("add", "row"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_form_has_room_to_write() {
        let fresh = |there| shown(there, 8, &Flash::default());
        assert_eq!([0, 2, 5, 8, 9].map(fresh), [3, 3, 6, 8, 9]);
        let back = |rows| shown(0, 8, &Flash::default().with("rows", rows));
        assert_eq!([0, 3, 7, 99].map(back), [3, 3, 7, 8]);
    }

    #[test]
    fn a_row_more_is_empty() {
        let rows = |has_come_back| Rows { shown: 3, most: 8, asked_for: Some(2), has_come_back };
        assert_eq!(rows(false).there(&["a", "b"], 1), Some(&"b"));
        assert_eq!(rows(true).there(&["a", "b"], 1), None);
        assert!(rows(true).is_asked_for(2) && !rows(true).is_asked_for(1));
    }
}

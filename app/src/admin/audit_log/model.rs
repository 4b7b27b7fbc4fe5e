//! What an entry of the audit log says beyond its action.

use crate::decision_cards::model::COMMON;

/// Entries on a page.
pub const PAGE: i64 = 50;

/// An entry's detail, read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Detail<'a> {
    /// A role, the kind of its bound (`team`, `site`, `everything`) and the bound's name.
    Grant { role: &'a str, bound: &'a str, name: &'a str },
    /// How many people were read in as new, and how many were changed.
    Import { created: i64, changed: i64 },
    /// The decision card of everybody who has no other.
    CommonCard,
    /// Names as they were.
    Plain(&'a str),
}

/// Reads what [`Work::audit`](crate::admin::store::Work::audit) was given; what is not understood is shown as it is.
pub fn read_detail<'a>(action: &str, detail: &'a str) -> Detail<'a> {
    match action {
        "grant-given" | "grant-ended" => {
            let mut parts = detail.splitn(3, ' ');
            let mut part = || parts.next().unwrap_or_default();
            Detail::Grant { role: part(), bound: part(), name: part() }
        }
        "people-imported" => {
            let numbers = detail
                .split_once(' ')
                .and_then(|(created, changed)| Some((created.parse().ok()?, changed.parse().ok()?)));
            numbers.map_or(Detail::Plain(detail), |(created, changed)| Detail::Import { created, changed })
        }
        "card-written" | "card-given" | "card-taken" if detail == COMMON => Detail::CommonCard,
        // What the common card was called until it had a word of its own; of the others an old entry without a name says nothing.
        "card-written" if detail.is_empty() => Detail::CommonCard,
        _ => Detail::Plain(detail),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn details_are_read_as_they_were_written() {
        let grant = Detail::Grant { role: "coach", bound: "team", name: "Service Bern" };
        assert_eq!(read_detail("grant-given", "coach team Service Bern"), grant);
        let everything = Detail::Grant { role: "admin", bound: "everything", name: "" };
        assert_eq!(read_detail("grant-ended", "admin everything"), everything);
        assert_eq!(read_detail("people-imported", "12 3"), Detail::Import { created: 12, changed: 3 });
        assert_eq!(read_detail("people-imported", "many"), Detail::Plain("many"));
        assert_eq!(read_detail("card-given", "Kasse"), Detail::Plain("Kasse"));
        assert_eq!(read_detail("card-given", "common"), Detail::CommonCard);
        assert_eq!(read_detail("card-written", ""), Detail::CommonCard, "an old one");
        assert_eq!(read_detail("card-given", ""), Detail::Plain(""), "an old one, of whatever card");
        assert_eq!(read_detail("person-moved", "Till → Phone"), Detail::Plain("Till → Phone"));
    }
}

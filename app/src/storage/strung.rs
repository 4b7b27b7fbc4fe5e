//! Many rows as one text. A row of its own costs more on its way here than the statement that finds it; pages with long lists let the
//! database string them together: `string_agg(concat_ws('\u{1f}', a, b), '\u{1e}')`. What may be NULL is COALESCEd to an empty text: left to
//! itself, `concat_ws` drops the column.

use std::iter;

use chrono::NaiveDate;

use crate::error::{Error, Result};

/// The rows of a strung-together text: `N` columns with U+001F between them, rows with U+001E. Names hold no control characters, and
/// nothing else that is strung together is typed by people.
pub fn rows<const N: usize>(strung: Option<&str>) -> impl Iterator<Item = Result<[&str; N]>> {
    let mut rest = strung;
    iter::from_fn(move || {
        let mut row = [""; N];
        for (number, column) in row.iter_mut().enumerate() {
            let (text, end) = cut(rest?);
            *column = text;
            rest = end.map(|(_, rest)| rest);
            let is_last = number + 1 == N;
            // Read sign by sign, and once: columns are short, and there are hundreds of them.
            if is_last != end.is_none_or(|(sign, _)| sign == ROW) {
                rest = None;
                return Some(Err(Error::internal("a strung-together row with other columns")));
            }
        }
        Some(Ok(row))
    })
}

const COLUMN: u8 = 0x1f;
const ROW: u8 = 0x1e;

/// What stands before the next sign; the sign, and what stands behind it.
fn cut(text: &str) -> (&str, Option<(u8, &str)>) {
    match text.bytes().position(|byte| byte == COLUMN || byte == ROW) {
        Some(at) => (&text[..at], Some((text.as_bytes()[at], &text[at + 1..]))),
        None => (text, None),
    }
}

/// Rows within a column, of two columns that hold neither blanks nor commas: `string_agg(concat_ws(' ', a, b), ',')`.
pub fn pairs(column: &str) -> impl Iterator<Item = Result<[&str; 2]>> {
    let pair = |(one, other)| [one, other];
    let pairs = column.split(',').filter(|pair| !pair.is_empty()).map(|pair| pair.split_once(' '));
    pairs.map(move |row| row.map(pair).ok_or_else(|| Error::internal("a strung-together pair that is none")))
}

/// How many rows there are.
pub fn count(strung: Option<&str>) -> usize {
    strung.map_or(0, |text| 1 + text.bytes().filter(|byte| *byte == ROW).count())
}

/// A number among the columns.
pub fn number(column: &str) -> Result<i64> {
    column.parse().map_err(Error::internal)
}

/// A number, or nothing, which is strung together as an empty text.
pub fn number_if_any(column: &str) -> Result<Option<i64>> {
    if column.is_empty() { Ok(None) } else { number(column).map(Some) }
}

/// A day among the columns, `YYYY-MM-DD`. Read by hand: a parser that takes any format needs ten times as long, and a page reads hundreds.
pub fn day(column: &str) -> Result<NaiveDate> {
    let day = || {
        let (year, rest) = column.split_once('-')?;
        let (month, day) = rest.split_once('-')?;
        NaiveDate::from_ymd_opt(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?)
    };
    day().ok_or_else(|| Error::internal("a strung-together day that is none"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_come_apart_as_they_were() {
        let all: Result<Vec<[&str; 2]>> = rows(Some("a\u{1f}1\u{1e}b c\u{1f}")).collect();
        assert_eq!(all.unwrap(), [["a", "1"], ["b c", ""]]);
        assert_eq!(rows::<2>(None).count(), 0);
        assert_eq!([None, Some("a"), Some("a\u{1e}b")].map(count), [0, 1, 2]);
    }

    #[test]
    fn other_columns_than_expected_are_a_fault() {
        assert!(rows::<2>(Some("a")).next().unwrap().is_err());
        assert!(rows::<1>(Some("a\u{1f}b")).next().unwrap().is_err());
    }

    #[test]
    fn pairs_come_apart_as_they_were() {
        let all: Result<Vec<[&str; 2]>> = pairs("a 1,b 2").collect();
        assert_eq!(all.unwrap(), [["a", "1"], ["b", "2"]]);
        assert_eq!(pairs("").count(), 0);
        assert!(pairs("a 1,b").nth(1).unwrap().is_err());
    }

    #[test]
    fn nothing_is_not_nought() {
        assert_eq!(number_if_any("").unwrap(), None);
        assert_eq!(number_if_any("0").unwrap(), Some(0));
        assert!(number_if_any("x").is_err());
    }

    #[test]
    fn days_are_read_as_they_were_written() {
        for written in [NaiveDate::MAX, NaiveDate::default(), NaiveDate::from_ymd_opt(2028, 2, 29).unwrap()] {
            assert_eq!(day(&written.to_string()).unwrap(), written);
        }
        for none in ["", "2027-02-29", "2027-02", "2027-02-01 ", "today"] {
            assert!(day(none).is_err(), "{none:?}");
        }
    }
}

//! Calendar quarters, in UTC: disjoint for everybody, wherever they work and whenever they move.

use std::{collections::HashSet, fmt, str::FromStr};

use chrono::{Datelike, Days, Months, NaiveDate};

use crate::{
    activity::model::start_of,
    error::{Error, Result},
};

/// Once a quarter has ended, so many days are left to finish what was begun in it.
const GRACE: u64 = 2;

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Quarter {
    pub year: i32,
    /// 1 to 4.
    pub number: u32,
}

impl Quarter {
    pub fn of(day: NaiveDate) -> Quarter {
        Quarter { year: day.year(), number: day.month0() / 3 + 1 }
    }

    pub fn first_day(self) -> NaiveDate {
        NaiveDate::from_ymd_opt(self.year, self.number * 3 - 2, 1).unwrap_or(NaiveDate::MAX)
    }

    pub fn next(self) -> Quarter {
        Quarter::of(self.first_day().checked_add_months(Months::new(3)).unwrap_or(NaiveDate::MAX))
    }

    /// Its first moment and the first one after it, in UTC milliseconds.
    pub fn bounds(self) -> (i64, i64) {
        (start_of(self.first_day(), "UTC"), start_of(self.next().first_day(), "UTC"))
    }

    fn is_over(self, now: i64) -> bool {
        start_of(self.next().first_day() + Days::new(GRACE), "UTC") <= now
    }
}

/// As it stands in the database and in URLs.
impl fmt::Display for Quarter {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-Q{}", self.year, self.number)
    }
}

impl FromStr for Quarter {
    type Err = Error;

    fn from_str(text: &str) -> Result<Quarter> {
        let (year, number) = text.split_once("-Q").ok_or(Error::BadRequest)?;
        let is_year = year.len() == 4 && year.bytes().all(|digit| digit.is_ascii_digit());
        let number = ["1", "2", "3", "4"].iter().zip(1..).find(|(known, _)| **known == number);
        match (year.parse(), number) {
            (Ok(year), Some((_, number))) if is_year => Ok(Quarter { year, number }),
            _ => Err(Error::BadRequest),
        }
    }
}

/// All quarters since a day that have ended, with some grace, and are not closed yet.
pub fn quarters_to_close(first: NaiveDate, closed: &HashSet<Quarter>, now: i64) -> Vec<Quarter> {
    let all = std::iter::successors(Some(Quarter::of(first)), |quarter| Some(quarter.next()));
    all.take_while(|quarter| quarter.is_over(now)).filter(|quarter| !closed.contains(quarter)).collect()
}

//! A pause: no cards until a day.

use chrono::{Days, NaiveDate};

use crate::storage::Flash;

/// The longest pause in days; a slip of the keyboard is longer.
const LONGEST: u64 = 366;

/// The last day of a pause as it was typed; otherwise what is wrong with it.
pub fn read_pause(typed: &str, today: NaiveDate) -> Result<NaiveDate, Flash> {
    let fault = match NaiveDate::parse_from_str(typed, "%Y-%m-%d") {
        Ok(day) if day < today => "recall-pause-past",
        Ok(day) if day <= today + Days::new(LONGEST) => return Ok(day),
        Ok(_) => "recall-pause-far",
        Err(_) => "recall-pause-unclear",
    };
    let mut flash = Flash::default();
    flash.refuse("until", fault);
    flash.values.insert("until".to_owned(), typed.to_owned());
    Err(flash)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_pause_ends_today_at_the_earliest_and_within_a_year() {
        let today = NaiveDate::from_ymd_opt(2026, 3, 1).unwrap();
        assert_eq!(read_pause("2026-03-01", today).unwrap(), today);
        assert!(read_pause("2027-03-02", today).is_ok());
        let fault = |typed| read_pause(typed, today).unwrap_err().error("until").map(str::to_owned);
        assert_eq!(fault("2026-02-28").as_deref(), Some("recall-pause-past"));
        assert_eq!(fault("2027-03-03").as_deref(), Some("recall-pause-far"));
        for unclear in ["", "morgen", "2026-02-30", "+99999-01-01"] {
            assert!(fault(unclear).is_some(), "{unclear:?}");
        }
    }
}

//! What is asked of a site.

use crate::{
    admin::model::{name_fault, tidy},
    storage::Flash,
};

/// Regions decide about Swiss spelling, and later about holidays.
pub const REGIONS: [&str; 4] = ["DE", "AT", "CH", "other"];

/// Time zones to choose from; any other that a site has already stays on offer.
pub const TIME_ZONES: &[&str] = &[
    "Europe/Zurich",
    "Europe/Berlin",
    "Europe/Vienna",
    "Europe/Vaduz",
    "Europe/Luxembourg",
    "Europe/Amsterdam",
    "Europe/Brussels",
    "Europe/Paris",
    "Europe/Rome",
    "Europe/Madrid",
    "Europe/Lisbon",
    "Europe/London",
    "Europe/Dublin",
    "Europe/Copenhagen",
    "Europe/Stockholm",
    "Europe/Oslo",
    "Europe/Helsinki",
    "Europe/Warsaw",
    "Europe/Prague",
    "Europe/Bratislava",
    "Europe/Budapest",
    "Europe/Ljubljana",
    "Europe/Zagreb",
    "Europe/Bucharest",
    "Europe/Sofia",
    "Europe/Athens",
    "UTC",
];

/// A site's entry, tidied.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SiteEntry {
    pub name: String,
    pub time_zone: String,
    pub region: String,
}

impl SiteEntry {
    /// As the fields were filled in; the second part says what is wrong with them, and brings them back.
    pub fn read(name: String, time_zone: String, region: String) -> (SiteEntry, Flash) {
        let mut flash = Flash::default();
        let entry = SiteEntry { name: tidy(&name), time_zone, region };
        if let Some(fault) = name_fault(&entry.name) {
            flash.refuse("site_name", fault);
        }
        if entry.time_zone.parse::<chrono_tz::Tz>().is_err() {
            flash.refuse("time_zone", "admin-time-zone-unknown");
        }
        if !REGIONS.contains(&entry.region.as_str()) {
            flash.refuse("region", "admin-region-unknown");
        }
        let typed = [("site_name", name), ("time_zone", entry.time_zone.clone()), ("region", entry.region.clone())];
        flash.values.extend(typed.map(|(field, value)| (field.to_owned(), value)));
        (entry, flash)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_offered_time_zone_exists() {
        for zone in TIME_ZONES {
            assert!(zone.parse::<chrono_tz::Tz>().is_ok(), "{zone}");
        }
    }

    #[test]
    fn a_site_has_a_name_a_time_zone_and_a_region() {
        let (entry, flash) = SiteEntry::read(" Bern ".into(), "Europe/Zurich".into(), "CH".into());
        assert_eq!((entry.name.as_str(), flash.is_empty()), ("Bern", true));
        let (_, flash) = SiteEntry::read(String::new(), "Mars/Base".into(), "FR".into());
        assert_eq!(flash.errors.len(), 3);
    }
}

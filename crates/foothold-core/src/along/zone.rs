//! The zones that clinics of the United States have, and their rule of daylight saving: for a calendar file, which
//! must say it, and for telling which moment a clock time is.
//!
//! A table of a few rows instead of the world's history, because a plan is about this year and the next. Whoever has
//! another zone gets times without one, and is told so.

use crate::time::{DAY_MIN, Datelike, NaiveDate, Weekday, add_days};

/// A zone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Zone {
    /// Its IANA name.
    pub id: &'static str,
    /// Minutes by which its standard time is ahead of UTC; negative in America.
    pub standard_min: i32,
    /// Short name of its standard time.
    pub standard: &'static str,
    /// Short name of its daylight time; `None` where clocks stay as they are.
    pub daylight: Option<&'static str>,
}

const fn zone(id: &'static str, hours: i32, standard: &'static str, daylight: &'static str) -> Zone {
    let daylight = if daylight.is_empty() { None } else { Some(daylight) };
    Zone { id, standard_min: hours * 60, standard, daylight }
}

/// Every zone that is known here. Daylight time is one hour ahead, from the second Sunday in March to the first in
/// November, at 2am both times (Energy Policy Act of 2005, 15 U.S.C. 260a).
pub const ZONES: [Zone; 15] = [
    zone("America/New_York", -5, "EST", "EDT"),
    zone("America/Detroit", -5, "EST", "EDT"),
    zone("America/Indiana/Indianapolis", -5, "EST", "EDT"),
    zone("America/Kentucky/Louisville", -5, "EST", "EDT"),
    zone("America/Chicago", -6, "CST", "CDT"),
    zone("America/Menominee", -6, "CST", "CDT"),
    zone("America/Denver", -7, "MST", "MDT"),
    zone("America/Boise", -7, "MST", "MDT"),
    zone("America/Phoenix", -7, "MST", ""),
    zone("America/Los_Angeles", -8, "PST", "PDT"),
    zone("America/Anchorage", -9, "AKST", "AKDT"),
    zone("America/Juneau", -9, "AKST", "AKDT"),
    zone("Pacific/Honolulu", -10, "HST", ""),
    zone("America/Puerto_Rico", -4, "AST", ""),
    zone("Pacific/Guam", 10, "ChST", ""),
];

impl Zone {
    /// The zone of this IANA name, if it is known here.
    pub fn named(id: &str) -> Option<Self> {
        ZONES.into_iter().find(|zone| zone.id == id)
    }

    /// The moment of a clock time: date and minute in UTC. A time that the clock skips in March counts from before
    /// the change, one that it shows twice in November is the first, as calendars read it.
    pub fn utc(self, date: NaiveDate, min: i32) -> (NaiveDate, i32) {
        let (date, min) = (add_days(date, min.div_euclid(DAY_MIN)), min.rem_euclid(DAY_MIN));
        let saved = if self.daylight.is_some() && is_daylight(date, min) { 60 } else { 0 };
        let utc = min - self.standard_min - saved;
        (add_days(date, utc.div_euclid(DAY_MIN)), utc.rem_euclid(DAY_MIN))
    }
}

impl Zone {
    /// Whether its clock changes in the night before the morning of a date.
    pub fn changes_on(self, date: NaiveDate) -> bool {
        self.daylight.is_some() && (date == sunday(date.year(), 3, 8) || date == sunday(date.year(), 11, 1))
    }

    /// The clock time of a moment: the way back from [`Zone::utc`].
    pub fn clock(self, date: NaiveDate, min: i32) -> (NaiveDate, i32) {
        let standard = min + self.standard_min;
        let (day, at) = (add_days(date, standard.div_euclid(DAY_MIN)), standard.rem_euclid(DAY_MIN));
        let (spring, autumn) = (sunday(day.year(), 3, 8), sunday(day.year(), 11, 1));
        // Both changes by the clock of standard time.
        let saved = self.daylight.is_some() && (spring, 120) <= (day, at) && (day, at) < (autumn, 60);
        let min = at + if saved { 60 } else { 0 };
        (add_days(day, min.div_euclid(DAY_MIN)), min.rem_euclid(DAY_MIN))
    }
}

fn is_daylight(date: NaiveDate, min: i32) -> bool {
    let spring = sunday(date.year(), 3, 8);
    let autumn = sunday(date.year(), 11, 1);
    (spring, 180) <= (date, min) && (date, min) < (autumn, 120)
}

/// The first Sunday from a day of a month on.
fn sunday(year: i32, month: u32, day: u32) -> NaiveDate {
    let mut date = NaiveDate::from_ymd_opt(year, month, day).unwrap_or_default();
    while date.weekday() != Weekday::Sun {
        date = add_days(date, 1);
    }
    date
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::time::parse_date;

    #[test]
    fn clocks_change_on_the_two_sundays_of_the_law_and_nowhere_else() {
        let new_york = Zone::named("America/New_York").expect("a zone");
        let phoenix = Zone::named("America/Phoenix").expect("a zone");
        let date = |text: &str| parse_date(text).expect("a date");
        for (day, min, hours) in [
            ("2026-10-31", 1080, 4),
            ("2026-11-01", 59, 4),
            ("2026-11-01", 119, 4),
            ("2026-11-01", 120, 5),
            ("2027-03-13", 1080, 5),
            ("2027-03-14", 119, 5),
            ("2027-03-14", 150, 5),
            ("2027-03-14", 180, 4),
            ("2027-11-06", 1080, 4),
            ("2027-11-07", 180, 5),
        ] {
            let utc = min + hours * 60;
            let wanted = (add_days(date(day), utc / 1440), utc % 1440);
            assert_eq!(new_york.utc(date(day), min), wanted, "{day} {min}");
            let utc = min + 7 * 60;
            assert_eq!(phoenix.utc(date(day), min), (add_days(date(day), utc / 1440), utc % 1440));
        }
        // Past midnight of the day before a change.
        assert_eq!(new_york.utc(date("2027-03-13"), 1440 + 240), (date("2027-03-14"), 480));
        assert_eq!(Zone::named("Europe/Paris"), None);
    }

    #[test]
    fn the_way_back_from_a_moment_ends_at_the_clock_time_that_it_was() {
        for zone in ZONES {
            let days = (0..800).map(|at| add_days(parse_date("2026-01-01").expect("a date"), at));
            for date in days {
                for min in [0, 45, 90, 125, 165, 185, 720, 1439] {
                    let (day, utc) = zone.utc(date, min);
                    let skipped =
                        zone.daylight.is_some() && date == sunday(date.year(), 3, 8) && (120..180).contains(&min);
                    assert_eq!(
                        zone.clock(day, utc),
                        (date, min + if skipped { 60 } else { 0 }),
                        "{} {date} {min}",
                        zone.id
                    );
                }
            }
        }
        // The hour that a clock shows twice: the second time is an hour later.
        let new_york = Zone::named("America/New_York").expect("a zone");
        let date = parse_date("2026-11-01").expect("a date");
        assert_eq!((new_york.clock(date, 330), new_york.clock(date, 390)), ((date, 90), (date, 90)));
    }
}

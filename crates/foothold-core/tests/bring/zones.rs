//! Whose clock a time is of, and what it says on the clinic's.

use crate::{date, days, entry, said, told};
use foothold_core::bring::read;

/// 9am to 10am of a zone of that name, on a day in winter.
fn at_nine(zone: &str) -> String {
    let lines = format!("DTSTART;TZID={zone}:20261202T090000\nDTEND;TZID={zone}:20261202T100000");
    told(&lines).join("|").replace(": 261202", "").trim().to_owned()
}

#[test]
fn times_of_a_known_zone_are_put_into_the_clinics_clock() {
    for (zone, span) in [
        ("America/New_York", "9:00-10:00"),
        ("America/Detroit", "9:00-10:00"),
        ("America/Chicago", "10:00-11:00"),
        ("\"America/Los_Angeles\"", "12:00-13:00"),
        ("America/Puerto_Rico", "8:00-9:00"),
        ("UTC", "4:00-5:00"),
    ] {
        assert_eq!(at_nine(zone), span, "{zone}");
    }
}

#[test]
fn zones_are_known_by_the_names_of_windows_and_at_the_end_of_paths() {
    for zone in [
        "Central Standard Time",
        "US/Central",
        "CST6CDT",
        "\"(UTC-06:00) Central Time (US & Canada)\"",
        "/freeassociation.sourceforge.net/America/Chicago",
        "/example.org/20260101_1/America/Chicago",
        "Central Time (US & Canada)",
        "(UTC-06:00) Central Time (US & Canada)",
    ] {
        assert_eq!(at_nine(zone), "10:00-11:00", "{zone}");
    }
    assert_eq!(at_nine("US Mountain Standard Time"), "11:00-12:00");
    assert_eq!(at_nine("US Eastern Standard Time"), "9:00-10:00");
    assert_eq!(at_nine("Hawaiian Standard Time"), "14:00-15:00");
    assert_eq!(at_nine("Alaskan Standard Time"), "13:00-14:00");
}

#[test]
fn times_of_a_zone_that_is_not_known_are_as_they_are_written_and_counted() {
    for zone in [
        "Europe/London",
        "AUS Eastern Standard Time",
        "GMT Standard Time",
        "Central Standard Time (Mexico)",
        "Canada Central Standard Time",
        "NotAmerica/Chicago",
        "Home",
    ] {
        assert_eq!(at_nine(zone), "9:00-10:00|1 foreign", "{zone}");
    }
    // A date is the same date everywhere.
    assert_eq!(told("DTSTART;VALUE=DATE;TZID=Europe/London:20261202"), [" all day: 261202"]);
    let marked = "DTSTART;TZID=Home:20261202T000000\nDTEND;TZID=Home:20261203T000000\nX-MICROSOFT-CDO-ALLDAYEVENT:TRUE";
    assert_eq!(told(marked), [" all day: 261202"]);
    assert_eq!(told("DTSTART;TZID=Home:20261202T090000\nDTEND;TZID=Home:20261202T080000"), ["1 unread"]);
}

#[test]
fn not_more_than_a_hundred_zones_are_looked_at() {
    let one = |zone: &str| entry(&format!("DTSTART;TZID={zone}:20261202T090000\nDURATION:PT1H"));
    let told = |others: usize| {
        let others: String = (0..others).map(|n| one(&format!("zone{n}"))).collect();
        said(&crate::brought(&[others, one("America/Chicago")].concat())).join("|")
    };
    assert_eq!(told(99), " 9:00-10:00: 261202| 10:00-11:00: 261202|99 foreign");
    assert_eq!(told(100), " 9:00-10:00: 261202|101 foreign");
}

#[test]
fn a_zone_that_only_the_file_knows_counts_as_it_describes_it() {
    let zone = |id: &str, summer: &str| {
        let text = "BEGIN:VTIMEZONE\nTZID:ID\nBEGIN:STANDARD\nDTSTART:16011104T020000\n\
                    RRULE:FREQ=YEARLY;BYDAY=1SU;BYMONTH=11\nTZOFFSETFROM:-0500\nTZOFFSETTO:-0600\nEND:STANDARD\n";
        [&text.replace("ID:ID", &["ID:", id].concat()), summer, "END:VTIMEZONE\n"].concat()
    };
    let event = entry("DTSTART;TZID=Ours:20261202T090000\nDURATION:PT1H\nRRULE:FREQ=YEARLY;BYMONTH=3,12");
    let said = |zone: &str| {
        // Described after it is named, too.
        let text = ["BEGIN:VCALENDAR\n", &event, zone, "END:VCALENDAR"].concat();
        crate::said(&read(&text, days(), "America/New_York").expect("a calendar"))
    };
    let here =
        "BEGIN:DAYLIGHT\nRRULE:FREQ=YEARLY;BYDAY=2SU;BYMONTH=3\nTZOFFSETFROM:-0600\nTZOFFSETTO:-0500\nEND:DAYLIGHT\n";
    assert_eq!(said(&zone("Ours", here)), [" 10:00-11:00: 261202 270302"]);
    assert_eq!(said(&zone("Ours", "")), [" 10:00-11:00: 261202 270302"]);
    let europe = here.replace("2SU", "-1SU");
    assert_eq!(said(&zone("Ours", &europe)), [" 9:00-10:00: 261202 270302", "1 foreign"]);
    assert_eq!(said(&zone("Theirs", here)), [" 9:00-10:00: 261202 270302", "1 foreign"]);
}

#[test]
fn a_time_of_the_worlds_clock_is_another_one_here_in_summer() {
    let lines = "DTSTART:20270312T140000Z\nDTEND:20270312T150000Z\nRRULE:FREQ=DAILY;COUNT=4";
    assert_eq!(told(lines), [" 9:00-10:00: 270312 270313", " 10:00-11:00: 270314 270315"]);
    // Near midnight the date is another one too.
    assert_eq!(told("DTSTART:20270312T030000Z\nDTEND:20270312T120000Z"), [" 22:00-31:00: 270311"]);
}

#[test]
fn a_night_shift_ends_by_the_clock_also_in_the_night_of_a_change() {
    let lines = "DTSTART;TZID=America/New_York:20270312T190000\nDTEND;TZID=America/New_York:20270313T070000\nRRULE:FREQ=DAILY;COUNT=3";
    assert_eq!(told(lines), [" 19:00-31:00: 270312 270313 270314"]);
}

#[test]
fn a_time_that_a_clock_shows_twice_never_ends_before_it_starts() {
    let text = ["BEGIN:VCALENDAR\n", &entry("DTSTART:20261101T054500Z\nDURATION:PT30M")].concat();
    let brought = read(&text, (date("2026-11-01"), date("2026-11-01")), "America/New_York").expect("a calendar");
    assert_eq!(said(&brought), [" 1:45-2:15: 261101"]);
}

#[test]
fn where_the_clinics_zone_is_not_known_times_are_as_they_are_written() {
    let text = |clock: &str| ["BEGIN:VCALENDAR\n", &entry(&["DTSTART", clock, "\nDURATION:PT1H"].concat())].concat();
    let said = |clock: &str| said(&read(&text(clock), days(), "Europe/Paris").expect("a calendar"));
    assert_eq!(said(":20261202T090000"), [" 9:00-10:00: 261202"]);
    assert_eq!(said(";TZID=Europe/Paris:20261202T090000"), [" 9:00-10:00: 261202"]);
    assert_eq!(said(":20261202T090000Z"), [" 9:00-10:00: 261202", "1 foreign"]);
    assert_eq!(said(";TZID=America/Chicago:20261202T090000"), [" 9:00-10:00: 261202", "1 foreign"]);
}
